import { secondOfDay } from '@/components/activity/day'
import { logEntries } from '@/components/activity/subject-facts'
import { fullTimestamp } from '@/components/ui/age'
import { Identifier } from '@/components/ui/identifier'
import type { SetLogEntry } from '@/lib/changes/log-entries'
import { AwaitLog } from './await-log'

type Props = {
  entries: SetLogEntry[]
  total: number
  /** Calls were made just now, so entries are on their way. */
  isAwaited: boolean
}

/** What the tenant itself logged of the calls of a set, beside what Grantboard recorded of them. */
export function TenantLog({ entries, total, isAwaited }: Props) {
  return (
    <aside
      id="tenant-log"
      aria-labelledby="tenant-log-title"
      className="scroll-mt-6 border-line desk:border-l desk:pl-6 max-desk:border-t max-desk:pt-5"
    >
      <h2 id="tenant-log-title" className="font-semibold">
        In the tenant’s log
      </h2>
      <p className="mb-2 text-ink-muted">
        {total === 0
          ? 'No entry was read. The log tells of a call some seconds after it was made.'
          : `${logEntries(total)} with this change set as correlation ID.`}
      </p>
      {isAwaited && total === 0 && <AwaitLog />}
      <ol>
        {entries.map((entry) => (
          <LogLine key={entry.log_id} entry={entry} />
        ))}
      </ol>
    </aside>
  )
}

function LogLine({ entry: { log_id, at, description, method, path, status } }: { entry: SetLogEntry }) {
  return (
    <li className="grid grid-cols-[60px_minmax(0,1fr)_auto] gap-x-2 border-t border-line py-1.5 first:border-t-0">
      <time
        dateTime={at}
        title={fullTimestamp(new Date(at))}
        className="text-xs/5 text-ink-faint tabular-nums"
      >
        {secondOfDay(at)}
      </time>
      <span className="wrap-anywhere" title={`${method} ${path}`}>
        {description}
      </span>
      {status > 0 && (
        <span className={`text-xs/5 tabular-nums ${status < 400 ? 'text-ink-faint' : 'text-danger'}`}>
          {status}
        </span>
      )}
      <span className="col-span-2 col-start-2 -my-0.5">
        <Identifier value={log_id} label="log entry ID" />
      </span>
    </li>
  )
}
