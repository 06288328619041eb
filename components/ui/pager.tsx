import type { Route } from 'next'
import { formatNumber } from '@/lib/number-text'
import { buttonStyle } from './button-style'
import { Link } from './link'

type Props = {
  /** From 0, as the Management API counts. */
  page: number
  perPage: number
  total: number
  href: (page: number) => Route
}

/** "1–25 of 34" and links to the pages beside; the range alone where one page holds everything. */
export function Pager({ page, perPage, total, href }: Props) {
  if (total === 0) return null
  const first = page * perPage + 1
  const last = Math.min(first + perPage - 1, total)
  return (
    <nav aria-label="Pages" className="flex items-center gap-2 pt-3 text-ink-muted">
      <p className="flex-1">
        {first > total
          ? `Nothing on page ${formatNumber(page + 1)}; there are ${formatNumber(total)} in all`
          : `${formatNumber(first)}–${formatNumber(last)} of ${formatNumber(total)}`}
      </p>
      {total > perPage && (
        <>
          <Step label="Previous" href={page > 0 ? href(page - 1) : undefined} />
          <Step label="Next" href={last < total ? href(page + 1) : undefined} />
        </>
      )}
    </nav>
  )
}

function Step({ label, href }: { label: string; href?: Route }) {
  const className = buttonStyle({ small: true })
  if (href)
    return (
      <Link href={href} className={className}>
        {label}
      </Link>
    )
  return (
    // biome-ignore lint/a11y/useValidAnchor: this is how a link is disabled
    <a aria-disabled="true" role="link" className={className}>
      {label}
    </a>
  )
}
