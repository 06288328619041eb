import type { Route } from 'next'
import { Link } from '@/components/ui/link'
import type { Access } from '@/lib/grants/grant'
import { formatNumber } from '@/lib/number-text'

type AccessLine = Access & { key: string; name: string; href: Route }

type Props = {
  /** "APIs of billing-worker" */
  label: string
  lines: AccessLine[]
  /** How many there are in all, and where. */
  all: { count: number; label: string; href: Route }
}

const shownScopes = 12

/** What a row opens to: who or what is on the other side of its grants, and with which scopes. */
export function AccessLines({ label, lines, all }: Props) {
  return (
    <div className="grid gap-2 pt-0.5 pb-3 pl-3 max-wide:pl-0">
      <ul aria-label={label} className="grid gap-1.5">
        {lines.map(({ key, name, href, ...access }) => (
          <li
            key={key}
            className="grid grid-cols-[minmax(140px,240px)_minmax(0,1fr)] items-baseline gap-x-4 max-wide:grid-cols-1"
          >
            <Link href={href} title={name} className="truncate no-underline hover:underline">
              {name}
            </Link>
            <Scopes {...access} />
          </li>
        ))}
      </ul>
      <p className="text-xs text-ink-faint">
        {lines.length < all.count && `${formatNumber(lines.length)} of ${formatNumber(all.count)} shown. `}
        <Link href={all.href}>{all.label}</Link>
      </p>
    </div>
  )
}

function Scopes({ scope, allScopes }: Access) {
  if (allScopes) return <span className="text-ink-muted">All scopes, also those it will define later</span>
  if (scope.length === 0) return <span className="text-ink-faint">No scopes</span>
  const more = scope.length - shownScopes
  return (
    <span className="flex flex-wrap gap-x-3 text-xs text-ink-muted">
      {scope.slice(0, shownScopes).map((value) => (
        <code key={value} className="wrap-anywhere">
          {value}
        </code>
      ))}
      {more > 0 && <span className="text-ink-faint">and {formatNumber(more)} more</span>}
    </span>
  )
}
