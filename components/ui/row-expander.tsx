import { ChevronRight } from 'lucide-react'
import type { Route } from 'next'
import { Link } from './link'

type Props = {
  /** "APIs of billing-worker" */
  label: string
  open: boolean
  /** The list with this row opened, or closed again. */
  href: Route
  /** There is nothing to open. */
  disabled?: boolean
}

/** Opens a row of a table in place, by its address. */
export function RowExpander({ label, open, href, disabled }: Props) {
  const icon = <ChevronRight aria-hidden="true" className={open ? 'rotate-90' : ''} />
  if (disabled && !open)
    return (
      <span className="inline-grid size-6.5 place-items-center text-ink-disabled [&>svg]:size-3.5">
        {icon}
      </span>
    )
  return (
    <Link
      href={href}
      replace
      scroll={false}
      aria-label={label}
      aria-expanded={open}
      title={label}
      className="icon-button"
    >
      {icon}
    </Link>
  )
}
