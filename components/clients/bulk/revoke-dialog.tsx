import { useState } from 'react'
import { PlanDialog } from '@/components/changes/plan-dialog'
import { SelectField } from '@/components/ui/select-field'
import type { BulkProps } from './bulk-dialog'

/** Takes away the grants for one API, or all. */
export function RevokeDialog({ who, target, apis, api, actions, onClose }: BulkProps) {
  const [apiId, setApiId] = useState(api ?? '')
  return (
    <PlanDialog
      title={`Revoke access of ${who}`}
      lead="The grants are deleted: no new tokens from then on. Tokens issued before live on; the plan says when the last one ends."
      plan={() => actions.plan({ what: 'revoke', target, apiId: apiId || undefined })}
      onClose={onClose}
    >
      <SelectField label="API" autoFocus value={apiId} onChange={({ target }) => setApiId(target.value)}>
        <option value="">All APIs</option>
        {apis.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
    </PlanDialog>
  )
}
