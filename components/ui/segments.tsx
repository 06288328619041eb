import type { Route } from 'next'
import { formatNumber } from '@/lib/number-text'
import { Link } from './link'

type Segment = { href: Route; label: string; count?: number; current: boolean }

type Props = {
  label: string
  segments: Segment[]
  /** Shows the view without asking the server; the address is for coming back. */
  onPick?: (href: Route) => void
}

/** Two or three views that exclude each other, each at its own URL. */
export function Segments({ label, segments, onPick }: Props) {
  return (
    <nav
      aria-label={label}
      className="inline-flex h-8 max-w-full divide-x divide-line overflow-x-auto rounded-md border border-line-strong max-wide:h-9 max-wide:w-full"
    >
      {segments.map(({ href, label, count, current }) => (
        <Link
          key={label}
          href={href}
          onNavigate={
            onPick &&
            ((event) => {
              event.preventDefault()
              onPick(href)
            })
          }
          aria-current={current ? 'true' : undefined}
          className="flex flex-auto items-center justify-center gap-1.5 px-3 whitespace-nowrap text-ink-muted no-underline hover:bg-hover focus-visible:-outline-offset-2 aria-[current]:bg-selected aria-[current]:font-medium aria-[current]:text-ink max-wide:px-2"
        >
          {label}
          {count !== undefined && (
            <span className="text-xs font-normal text-ink-faint">{formatNumber(count)}</span>
          )}
        </Link>
      ))}
    </nav>
  )
}
