import { ChevronRight } from 'lucide-react'
import type { Route } from 'next'
import { iconButtonStyle } from './icon-button'
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
      // biome-ignore lint/a11y/useValidAnchor: this is how a link is disabled
      <a
        role="link"
        aria-disabled="true"
        aria-label={label}
        className={`${iconButtonStyle} text-ink-disabled!`}
      >
        {icon}
      </a>
    )
  return (
    <Link
      href={href}
      replace
      scroll={false}
      aria-label={label}
      aria-expanded={open}
      title={label}
      className={iconButtonStyle}
    >
      {icon}
    </Link>
  )
}
