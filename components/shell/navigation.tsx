'use client'

import { Gauge, Grid3x3, History, Server, Settings, SquareTerminal } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { Link } from '@/components/ui/link'
import { useLiveCount } from '@/components/ui/live-count'
import { formatNumber } from '@/lib/number-text'
import { routes } from '@/lib/routes'
import type { ShellProps } from './shell'

const sections = [
  { label: 'Overview', href: routes.overview(), Icon: Gauge },
  { label: 'Clients', href: routes.clients(), Icon: SquareTerminal, counted: 'clients' as const },
  { label: 'APIs', href: routes.apis(), Icon: Server, counted: 'apis' as const },
  { label: 'Access', href: routes.access(), Icon: Grid3x3 },
  { label: 'Activity', href: routes.activity(), Icon: History },
  { label: 'Account', href: routes.account(), Icon: Settings },
]

/** The sections of the console; APIs only while the tenant's setting shows it. */
export function Navigation({ apisEnabled, counts }: Pick<ShellProps, 'apisEnabled' | 'counts'>) {
  const pathname = usePathname()
  const inDraft = useLiveCount('matrix-draft', counts.draft, counts) ?? 0
  const shown = sections.filter(({ href }) => apisEnabled || href !== routes.apis())
  return (
    <nav aria-label="Main" className="grid gap-px">
      {shown.map(({ label, href, Icon, counted }) => (
        <Link
          key={href}
          href={href}
          aria-current={isWithin(pathname, href) ? 'page' : undefined}
          onClick={(event) => event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()}
          className="flex h-8 items-center gap-2.5 rounded-md px-2 text-ink-muted no-underline transition-colors hover:bg-hover hover:text-ink aria-[current]:bg-pressed aria-[current]:font-medium aria-[current]:text-ink max-wide:h-10"
        >
          <Icon aria-hidden="true" />
          {label}
          {counted && (
            <span
              aria-hidden="true"
              className="ml-auto text-xs text-ink-faint tabular-nums in-[[aria-current]]:text-ink-muted"
            >
              {formatNumber(counts[counted])}
            </span>
          )}
          {href === routes.access() && inDraft > 0 && (
            <span className="ml-auto text-xs text-ink-faint tabular-nums in-[[aria-current]]:text-ink-muted">
              {formatNumber(inDraft)} in draft
            </span>
          )}
        </Link>
      ))}
    </nav>
  )
}

const isWithin = (pathname: string, section: string) =>
  section === routes.overview() ? pathname === section : `${pathname}/`.startsWith(`${section}/`)
