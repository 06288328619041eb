import { Facts } from '@/components/ui/facts'
import { FailureText } from '@/components/ui/failure-text'
import { Spinner } from '@/components/ui/spinner'
import type { ActionResult } from '@/lib/action-state'
import type { ScopeImpact } from '@/lib/apis/api'
import { counted } from '@/lib/counted'
import { ClientNames } from '../client-names'

type Props = {
  scopes: string[]
  /** Absent while it is read. */
  impact: ActionResult<ScopeImpact> | undefined
  ends: string
}

/**
 * Whose grants change, and until when tokens have the scope as it was. As high as what is mostly read, so that the
 * buttons below stay under the pointer.
 */
export function Affected({ scopes, impact, ends }: Props) {
  const them = scopes.length === 1 ? scopes[0] : 'one of them'
  return (
    <div aria-live="polite" className="min-h-17 max-wide:min-h-33">
      {!impact && (
        <p className="flex items-center gap-2 text-ink-muted">
          <Spinner /> Reading who is granted {them}
        </p>
      )}
      {impact?.status === 'done' && <Facts facts={facts(impact.value, ends)} />}
      {impact && impact.status !== 'done' && (
        <p className="text-danger">
          It could not be read who is granted {them}. <FailureText failure={impact} />
        </p>
      )}
    </div>
  )
}

function facts(impact: ScopeImpact, ends: string) {
  const granted = { term: 'Granted to', value: <Holders {...impact} /> }
  const nobody = impact.clients.length + impact.allScopes === 0
  return nobody ? [granted] : [granted, { term: 'Tokens', value: ends }]
}

function Holders({ clients, allScopes }: ScopeImpact) {
  if (clients.length + allScopes === 0) return 'No client. Only the API changes.'
  return (
    <>
      {clients.length > 0 && (
        <>
          <b>{counted(clients.length, 'client')}:</b> <ClientNames clients={clients} />.{' '}
        </>
      )}
      {allScopes > 0 && (
        <>
          <b>{counted(allScopes, 'client')}</b> with all scopes {allScopes === 1 ? 'follows' : 'follow'}{' '}
          without a change to
          {allScopes === 1 ? ' its grant' : ' their grants'}.
        </>
      )}
    </>
  )
}
