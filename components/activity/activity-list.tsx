import type { RecordedChange } from '@/lib/changes/change'
import { ActivityEntryRow } from './activity-entry'
import { type Day, groupByDay } from './day'

type Props = { entries: RecordedChange[]; now: Date }

/** Changes under the day they were made on, the latest first; each opens to what it did. */
export function ActivityList({ entries, now }: Props) {
  return groupByDay(entries, now).map((day) => <DaySection key={day.key} day={day} />)
}

function DaySection({ day: { key, title, entries } }: { day: Day }) {
  return (
    <section aria-labelledby={key} className="mt-5 first:mt-0">
      <div className="flex items-baseline gap-3 border-b border-line-strong pb-2">
        <h2 id={key} className="flex-1 text-base font-semibold">
          {title}
        </h2>
      </div>
      <ol className="-mx-3 max-wide:-mx-4">
        {entries.map((entry) => (
          <li key={entry.id}>
            <ActivityEntryRow entry={entry} />
          </li>
        ))}
      </ol>
    </section>
  )
}
