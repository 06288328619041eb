import { ChevronRight } from 'lucide-react'
import { fullTimestamp } from '@/components/ui/age'
import { Badge } from '@/components/ui/badge'
import { Diff } from '@/components/ui/diff'
import { Facts } from '@/components/ui/facts'
import type { RecordedChange } from '@/lib/changes/change'
import { timeOfDay } from './day'
import { diffLines } from './diff-lines'
import { subjectFacts } from './subject-facts'
import { titleOf } from './title'

/** When, what, who and what came of it; opens, also without JavaScript, to before and after. */
export function ActivityEntryRow({ entry }: { entry: RecordedChange }) {
  const { at, author, before, after, state, reason } = entry
  const asked = entry.kind === 'client.request_token'
  const lines = asked ? [] : diffLines(before, after)
  return (
    <details className="group border-b border-line open:bg-sunken">
      <summary className="grid min-h-13 list-none grid-cols-[44px_minmax(0,1fr)_184px_26px] items-center gap-x-4 px-3 py-1.5 group-not-open:hover:bg-hover focus-visible:-outline-offset-2 max-wide:grid-cols-[44px_minmax(0,1fr)_16px] max-wide:gap-x-3 max-wide:px-4 [&::-webkit-details-marker]:hidden">
        <time
          dateTime={at}
          title={fullTimestamp(new Date(at))}
          className="text-ink-faint max-wide:self-start"
        >
          {timeOfDay(at)}
        </time>
        <span className="min-w-0">
          <span className="block font-medium wrap-anywhere">{titleOf(entry)}</span>
          <span className="block text-xs leading-[1.125rem] text-ink-faint wrap-anywhere">{author}</span>
        </span>
        <span className="text-ink-muted max-wide:col-start-2 max-wide:row-start-2 max-wide:text-xs">
          <Outcome entry={entry} />
        </span>
        <ChevronRight
          aria-hidden="true"
          className="justify-self-center text-ink-faint transition-transform group-open:rotate-90 max-wide:col-start-3 max-wide:row-start-1"
        />
      </summary>
      <div className="grid grid-cols-[minmax(0,1fr)_370px] gap-x-4 gap-y-3 pt-0.5 pr-3 pb-4 pl-18 max-desk:grid-cols-1 max-wide:px-4 max-wide:pl-[72px]">
        <div className="-ml-2.5 min-w-0">
          {state === 'failed' && (
            <p className="mb-2 pl-2.5 text-ink-muted wrap-anywhere">
              <b className="font-medium text-danger">Failed.</b> {reason}
            </p>
          )}
          {lines.length > 0 && <Diff lines={lines} />}
          {entry.kind.endsWith('_secret') && (
            <p className="pl-2.5 text-ink-muted">The secret itself is not part of this record.</p>
          )}
          {asked && (
            <p className="pl-2.5 text-ink-muted">Neither the secret nor the token is part of this record.</p>
          )}
        </div>
        <Facts facts={subjectFacts(entry)} />
      </div>
    </details>
  )
}

function Outcome({ entry }: { entry: RecordedChange }) {
  if (entry.state === 'failed') return <Badge tone="danger">Failed</Badge>
  if (entry.kind === 'client.request_token')
    return entry.after?.status === 200 ? 'Token issued' : `Refused with ${entry.after?.status}`
  return entry.kind.endsWith('.reveal_secret') ? 'Read, not changed' : 'Applied'
}
