'use client'

import { Button } from '@/components/ui/button'
import { FailureText } from '@/components/ui/failure-text'
import { useAttempt } from '@/components/ui/use-attempt'
import type { Snoozed } from '@/lib/findings/finding'
import type { SnoozeActions } from './snooze-actions'

type Props = { snoozed: Snoozed[]; takeBack: SnoozeActions['takeBack'] }

/** What was put aside: by whom, why, until when, and the way back. */
export function SnoozedList({ snoozed, takeBack }: Props) {
  if (snoozed.length === 0) return null
  return (
    <details className="border-b border-line py-2 text-xs">
      <summary className="w-fit cursor-pointer text-ink-muted hover:text-ink">
        {snoozed.length} put aside
      </summary>
      <ul className="mt-1">
        {snoozed.map((entry) => (
          <Row key={`${entry.kind} ${entry.object}`} entry={entry} takeBack={takeBack} />
        ))}
      </ul>
    </details>
  )
}

function Row({ entry, takeBack }: { entry: Snoozed; takeBack: Props['takeBack'] }) {
  const { pending, failure, run } = useAttempt()
  const { kind, object, subject, reason, author, until } = entry
  return (
    <li className="flex items-start gap-2 py-1 wrap-anywhere">
      <div className="min-w-0 flex-1">
        <p className="text-ink-muted">
          {subject}: {kindName[kind]}
        </p>
        <p className="text-ink-faint">
          Until {date.format(new Date(until))}, by {author}: “{reason}”
        </p>
        {failure && (
          <p role="alert" className="text-danger">
            <FailureText failure={failure} />
          </p>
        )}
      </div>
      <Button
        small
        aria-label={`Take back: ${subject}`}
        busy={pending && 'Taking back'}
        onClick={() => run(() => takeBack({ kind, object, subject }))}
      >
        Take back
      </Button>
    </li>
  )
}

const kindName: Record<Snoozed['kind'], string> = {
  failing: 'refused requests',
  gone_scopes: 'scopes that are gone',
  too_often: 'keeps no token',
  unused_client: 'not in use',
  unused_grant: 'grant not in use',
  old_secret: 'old secret',
  no_grant: 'authorized for no API',
}

const date = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})
