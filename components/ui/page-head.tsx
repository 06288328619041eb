import type { Route } from 'next'
import type { ReactNode } from 'react'
import { Link } from './link'

type Props = {
  title: string
  crumb?: { href: Route; label: string }
  /** One line below the title; several spans stand 12 px apart. */
  sub?: ReactNode
  actions?: ReactNode
}

export function PageHead({ title, crumb, sub, actions }: Props) {
  return (
    <header className="mb-5 has-[+nav]:mb-2">
      {crumb && (
        <nav
          aria-label="Breadcrumb"
          className="mb-1 flex items-center gap-1.5 text-xs text-ink-faint [&>a]:no-underline [&>a:hover]:text-ink [&>a:hover]:underline"
        >
          <Link href={crumb.href}>{crumb.label}</Link>
          <span aria-hidden="true">/</span>
        </nav>
      )}
      <div className="flex items-start gap-x-4 gap-y-2 max-wide:flex-wrap">
        <div className="min-w-0 flex-1 max-wide:basis-40">
          <h1 className="text-xl font-semibold tracking-tight wrap-anywhere">{title}</h1>
          {sub && <div className="flex flex-wrap items-center gap-x-3 text-ink-muted">{sub}</div>}
        </div>
        {actions && <div className="flex flex-none flex-wrap gap-2">{actions}</div>}
      </div>
    </header>
  )
}
