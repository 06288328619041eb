import { CircleAlert } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { FailureText } from '@/components/ui/failure-text'
import { type AccessState, rebase } from './access'
import type { WriteView } from './serial-writes'

type Props = {
  failure: NonNullable<WriteView<AccessState>['failure']>
  held: AccessState
  onRetry: (wanted: AccessState) => void
}

/** Why the wish was not granted, kept in the row until the next try. */
export function GrantFailure({ failure: { reason, base, wanted }, held, onRetry }: Props) {
  const canRetry = wanted !== base && !(reason.status === 'failed' && reason.code === 'not_found')
  return (
    <div
      role="alert"
      className="flex items-start gap-2 pr-3 pb-2.5 pl-23 max-wide:flex-wrap max-wide:pr-4 max-wide:pl-15"
    >
      <CircleAlert aria-hidden="true" className="mt-[3px] size-3.5! text-danger max-wide:hidden" />
      <p className="min-w-0 flex-1 text-ink-muted wrap-anywhere max-wide:basis-full">
        <b className="font-medium text-danger">{refusedWord(base, wanted)}</b>{' '}
        <FailureText failure={reason} />
      </p>
      {canRetry && (
        <Button small onClick={() => onRetry(rebase(base, wanted, held))}>
          Try again
        </Button>
      )}
    </div>
  )
}

function refusedWord(base: AccessState, wanted: AccessState) {
  if (base === undefined) return 'Not checked.'
  if (!wanted) return 'Not revoked.'
  if (!base) return 'Not authorized.'
  return 'Scopes not changed.'
}
