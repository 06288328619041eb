import { useState } from 'react'
import { PlanDialog } from '@/components/changes/plan-dialog'
import { ScopeChecklist } from '@/components/scopes/scope-checklist'
import { FailureText } from '@/components/ui/failure-text'
import { SelectField } from '@/components/ui/select-field'
import { Spinner } from '@/components/ui/spinner'
import { useAnswer } from '@/components/ui/use-answer'
import type { BulkProps } from './bulk-dialog'

type Props = BulkProps & { what: 'authorize' | 'add' | 'remove' }

const leads = {
  authorize: 'Who is authorized for the API already keeps the scopes it has and gets these too.',
  add: 'Who is authorized for the API gets them beside those it has. Who is not stays without access.',
  remove:
    'They are taken out of the grants that have them. The grants stay, also without any scope. Tokens issued before keep them; the plan says when the last one ends.',
}

const titles = {
  authorize: (who: string) => `Authorize ${who} for an API`,
  add: (who: string) => `Add scopes to ${who}`,
  remove: (who: string) => `Remove scopes from ${who}`,
}

/** Which API, and which of its scopes. */
export function ScopesDialog({ what, who, target, apis, api, actions, onClose }: Props) {
  const [apiId, setApiId] = useState(api ?? '')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState(false)
  const read = useAnswer(apiId, actions.scopes)
  const scope = [...chosen]
  const lacksScope = what !== 'authorize' && scope.length === 0

  function plan() {
    setAsked(true)
    if (!apiId || lacksScope) return
    return actions.plan({ what, target, apiId, scope })
  }

  return (
    <PlanDialog title={titles[what](who)} lead={leads[what]} about={apiId} plan={plan} onClose={onClose}>
      <SelectField
        label="API"
        autoFocus
        value={apiId}
        error={asked && !apiId ? { message: 'Choose an API.' } : undefined}
        onChange={({ target }) => {
          setApiId(target.value)
          setChosen(new Set())
          setAsked(false)
        }}
      >
        <option value="">Choose an API</option>
        {apis.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      {apiId && !read && (
        <p className="flex items-center gap-2 text-ink-muted">
          <Spinner /> Reading its scopes
        </p>
      )}
      {read?.status === 'done' && (
        <ScopeChecklist
          key={apiId}
          {...read.value}
          grant={what !== 'remove'}
          chosen={chosen}
          onChosen={setChosen}
          complaint={asked && lacksScope ? `Choose a scope to ${what}.` : undefined}
        />
      )}
      {read && read.status !== 'done' && (
        <p role="alert" className="text-danger">
          <FailureText failure={read} />
        </p>
      )}
    </PlanDialog>
  )
}
