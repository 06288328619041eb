import { titleOf } from '@/components/activity/title'
import { Link } from '@/components/ui/link'
import { RelativeTime } from '@/components/ui/relative-time'
import type { RecordedChange } from '@/lib/changes/change'
import { routes } from '@/lib/routes'
import { SectionHead } from './section-head'

/** The last few changes made here, and the way to all of them. */
export function LatestChanges({ entries }: { entries: RecordedChange[] }) {
  return (
    <section aria-labelledby="latest-changes" className="mb-8">
      <SectionHead id="latest-changes" title="Latest changes">
        <Link href={routes.activity()}>Activity</Link>
      </SectionHead>
      {entries.length === 0 && (
        <p className="py-2.5 text-ink-muted">Nothing was changed through this dashboard yet.</p>
      )}
      <ul>
        {entries.map((entry) => (
          <li key={entry.id} className="flex gap-2.5 border-b border-line py-2.5">
            <span className="w-16 flex-none text-xs leading-5 text-ink-faint">
              <RelativeTime at={entry.at} />
            </span>
            <div className="min-w-0 flex-1 wrap-anywhere">
              {titleOf(entry)}
              <p className="text-xs leading-[1.125rem] text-ink-faint">{entry.author}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
