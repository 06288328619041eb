import { originText } from '@/components/changes/set-title'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import { RelativeTime } from '@/components/ui/relative-time'
import { isRunning } from '@/lib/changes/change-set'
import type { OpenSet } from '@/lib/changes/open-sets'
import { counted } from '@/lib/counted'
import { routes } from '@/lib/routes'

/** What was planned and is not at its end: to be reviewed, running or stopped. Nothing where there is none. */
export function OpenSets({ sets }: { sets: OpenSet[] }) {
  if (sets.length === 0) return null
  return (
    <section aria-labelledby="open-sets" className="mb-6">
      <h2 id="open-sets" className="border-b border-line-strong pb-2 text-base font-semibold">
        Not finished
      </h2>
      <ul>
        {sets.map(({ id, author, origin, at, steps, state }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2.5">
            <div className="min-w-0 flex-1">
              <Link href={routes.changeSet(id)} className="font-medium">
                {counted(steps, 'change')}
              </Link>
              <p className="text-xs text-ink-faint wrap-anywhere">
                {author} · {originText(origin)} · <RelativeTime at={at} />
              </p>
            </div>
            <Badge tone={isRunning(state) ? 'info' : state === 'stopped' ? 'warning' : 'plain'}>
              {isRunning(state) ? 'Being applied' : state === 'stopped' ? 'Stopped' : 'To be reviewed'}
            </Badge>
          </li>
        ))}
      </ul>
    </section>
  )
}
