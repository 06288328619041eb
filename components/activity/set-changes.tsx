import { Diff } from '@/components/ui/diff'
import { Facts } from '@/components/ui/facts'
import { Link } from '@/components/ui/link'
import type { ActivitySet } from '@/lib/changes/activity'
import type { RecordedChange } from '@/lib/changes/change'
import { cannotBeUndone } from '@/lib/changes/invert'
import { changesShown } from '@/lib/changes/paging'
import { formatNumber } from '@/lib/number-text'
import { routes } from '@/lib/routes'
import { diffLines } from './diff-lines'
import { logEntries, subjectFacts } from './subject-facts'
import { titleOf } from './title'

/** What a set did, change by change, with what each was about. */
export function SetChanges({ set }: { set: ActivitySet }) {
  const [first] = set.changes
  if (!first) return null
  const total = set.applied + set.failed
  if (total === 1)
    return (
      <div className="grid grid-cols-[minmax(0,1fr)_370px] gap-x-4 gap-y-3 pt-0.5 pr-3 pb-4 pl-18 max-desk:grid-cols-1 max-wide:px-4 max-wide:pl-[72px]">
        <div className="-ml-2.5 min-w-0">
          <ChangeBody change={first} />
        </div>
        <Facts facts={subjectFacts(first, set.logged)} />
      </div>
    )
  return (
    <div className="grid gap-3 pt-0.5 pr-3 pb-4 pl-18 max-wide:px-4 max-wide:pl-[72px]">
      <ol className="grid gap-3">
        {set.changes.map((change) => (
          <li key={change.id}>
            <p className="mb-1 font-medium wrap-anywhere">
              {titleOf(change)}
              {change.undone && <span className="font-normal text-ink-faint"> Undone</span>}
            </p>
            <div className="-ml-2.5">
              <ChangeBody change={change} />
            </div>
          </li>
        ))}
      </ol>
      <p className="text-ink-muted">
        {total > changesShown && `${formatNumber(total - changesShown)} more. `}
        <Link href={routes.changeSet(set.id)}>Open change set</Link>
        {set.logged && `, with ${logEntries(set.logged.count)} of the tenant’s log`}.
      </p>
    </div>
  )
}

function ChangeBody({ change }: { change: RecordedChange }) {
  const { before, after, state, reason, kind } = change
  const asked = kind === 'client.request_token'
  const lines = asked ? [] : diffLines(before, after)
  const final = state === 'applied' ? cannotBeUndone(change) : undefined
  return (
    <>
      {state === 'failed' && (
        <p className="mb-2 pl-2.5 text-ink-muted wrap-anywhere">
          <b className="font-medium text-danger">Failed.</b> {reason}
        </p>
      )}
      {lines.length > 0 && <Diff lines={lines} />}
      {kind.endsWith('_secret') && (
        <p className="pl-2.5 text-ink-muted">The secret itself is not part of this record.</p>
      )}
      {asked && (
        <p className="pl-2.5 text-ink-muted">Neither the secret nor the token is part of this record.</p>
      )}
      {final && <p className="mt-1 pl-2.5 text-ink-muted">{final}</p>}
    </>
  )
}
