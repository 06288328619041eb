import { Button } from '@/components/ui/button'
import { ScopeMeter } from '@/components/ui/scope-meter'
import { Spinner } from '@/components/ui/spinner'
import type { AccessState } from './access'
import type { GrantApi } from './grant-subject'

type Props = {
  api: GrantApi
  name: string
  shown: AccessState
  held: AccessState
  busy: boolean
  onCheck: () => void
}

/** "3 of 5", "Not authorized", or what is under way. */
export function AccessCell({ api, name, shown, held, busy, onCheck }: Props) {
  const word = busy && busyWord(shown, held)
  if (word)
    return (
      <span className="inline-flex items-center gap-2 text-ink-faint">
        <Spinner />
        {word}
      </span>
    )
  if (shown === undefined)
    return (
      <Button small onClick={onCheck} aria-label={`Check whether ${name} is authorized`}>
        Check
      </Button>
    )
  if (shown === null) return <span className="text-ink-faint">Not authorized</span>
  if (api.scopes.length === 0) return <span className="text-ink-muted">Authorized</span>
  if (shown.allScopes) return <ScopeMeter granted={api.scopes.length} of={api.scopes.length} />
  const defined = api.scopes.filter(({ value }) => shown.scope.includes(value)).length
  return <ScopeMeter granted={defined} of={api.scopes.length} />
}

function busyWord(shown: AccessState, held: AccessState) {
  if (shown === undefined) return 'Checking'
  if (!shown) return 'Revoking'
  if (!held) return 'Authorizing'
  return undefined
}
