'use client'

import { useState } from 'react'
import { PlanDialog } from '@/components/changes/plan-dialog'
import { Button } from '@/components/ui/button'
import { useSelection } from '@/components/ui/selection'
import { SelectionDock } from '@/components/ui/selection-dock'
import type { ActionResult } from '@/lib/action-state'
import type { ApiBulkInput } from '@/lib/bulk/schema'
import { counted } from '@/lib/counted'

type What = ApiBulkInput['what']

/** Plans the same for many APIs and opens the plan. */
export type PlanApiBulk = (input: ApiBulkInput) => Promise<ActionResult>

const dialogs: Record<What, { title: (apis: string) => string; lead: string }> = {
  revoke: {
    title: (apis) => `Revoke all access to ${apis}`,
    lead: 'Every client grant for them is deleted: no new tokens from then on. Tokens issued before live on; the plan says when the last one ends.',
  },
  delete: {
    title: (apis) => `Delete ${apis}`,
    lead: 'Each is deleted with its scopes and every client grant for it. This can’t be undone. The tenant’s own API stays.',
  },
}

type Props = {
  /** How many APIs match. */
  total: number
  /** The filter as it stands in the address: it travels in the place of what it matches. */
  query: Record<string, string>
  narrowed: boolean
  plan: PlanApiBulk
}

/** What can be done to the APIs that are selected. */
export function ApiDock({ total, query, narrowed, plan }: Props) {
  const { all, ids, count } = useSelection()
  const [asked, ask] = useState<What>()
  const selected = count(total)
  const apis = counted(selected, 'API')
  return (
    <>
      <SelectionDock total={total} noun="API" narrowed={narrowed}>
        <Button small onClick={() => ask('revoke')}>
          Revoke all access…
        </Button>
        <Button small kind="danger" onClick={() => ask('delete')}>
          Delete…
        </Button>
      </SelectionDock>
      {asked && (
        <PlanDialog
          title={dialogs[asked].title(apis)}
          lead={dialogs[asked].lead}
          plan={() => plan({ what: asked, target: all ? { query, except: ids } : { ids } })}
          onClose={() => ask(undefined)}
        />
      )}
    </>
  )
}
