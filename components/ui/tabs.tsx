'use client'

import type { Route } from 'next'
import { usePathname } from 'next/navigation'
import { formatNumber } from '@/lib/number-text'
import { Link } from './link'
import { useLiveCount } from './live-count'

export type Tab = {
  href: Route
  label: string
  count?: number
  /** Names the count for `addToCount`, where something on the page changes it. */
  live?: string
}

/** Pages of one thing, each at its own URL; the current one is the one whose path is open. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  const pathname = usePathname()
  return (
    <nav
      aria-label={label}
      className="mb-5 flex gap-5 overflow-x-auto border-b border-line [scrollbar-width:none] max-wide:-mx-4 max-wide:mb-4 max-wide:px-4"
    >
      {tabs.map(({ href, label, count, live }) => {
        const current = decodeURI(pathname) === decodeURI(href.split('?')[0] ?? href)
        return (
          <Link
            key={href}
            href={href}
            aria-current={current ? 'page' : undefined}
            ref={current ? bringIntoView : undefined}
            className="-mb-px flex h-9 shrink-0 items-center gap-1.5 border-b-2 border-transparent whitespace-nowrap text-ink-muted no-underline hover:border-line-strong hover:text-ink focus-visible:-outline-offset-3 aria-[current]:border-ink aria-[current]:font-medium aria-[current]:text-ink"
          >
            {label}
            <Count rendered={count} live={live} />
          </Link>
        )
      })}
    </nav>
  )
}

function Count({ rendered, live }: { rendered?: number; live?: string }) {
  const count = useLiveCount(live, rendered)
  if (count === undefined) return null
  return <span className="text-xs font-normal text-ink-faint">{formatNumber(count)}</span>
}

function bringIntoView(tab: HTMLAnchorElement | null) {
  const bar = tab?.parentElement
  if (tab && bar && bar.scrollWidth > bar.clientWidth)
    bar.scrollLeft = tab.offsetLeft - (bar.clientWidth - tab.offsetWidth) / 2
}
