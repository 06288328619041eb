import type { ActionResult } from '@/lib/action-state'
import type { ActivitySet } from '@/lib/changes/activity'
import { ActivitySetRow } from './activity-set-row'
import { type Day, groupByDay } from './day'

type Undo = (input: { setId: string; recordIds?: number[] }) => Promise<ActionResult>

/** Change sets under the day they were made on, the latest first; each opens to what it did. */
export function ActivityList({ sets, now, undo }: { sets: ActivitySet[]; now: Date; undo: Undo }) {
  return groupByDay(sets, now).map((day) => <DaySection key={day.key} day={day} undo={undo} />)
}

function DaySection({ day: { key, title, entries }, undo }: { day: Day<ActivitySet>; undo: Undo }) {
  return (
    <section aria-labelledby={key} className="mt-5 first:mt-0">
      <div className="flex items-baseline gap-3 border-b border-line-strong pb-2">
        <h2 id={key} className="flex-1 text-base font-semibold">
          {title}
        </h2>
      </div>
      <ol className="-mx-3 max-wide:-mx-4">
        {entries.map((set) => (
          <ActivitySetRow key={set.id} set={set} undo={undo.bind(null, { setId: set.id })} />
        ))}
      </ol>
    </section>
  )
}
