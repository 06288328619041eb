import type { ComponentProps, ReactNode } from 'react'

/** The classes of a 26 px square around an icon; also for a `summary` or link that looks like one. */
export const iconButtonStyle =
  'inline-grid size-6.5 shrink-0 place-items-center rounded-md text-ink-faint transition-colors hover:bg-pressed hover:text-ink aria-expanded:bg-pressed aria-expanded:text-ink disabled:cursor-not-allowed disabled:bg-transparent disabled:text-ink-disabled [&>svg]:size-3.5'

type Props = Omit<ComponentProps<'button'>, 'className' | 'aria-label' | 'children'> & {
  /** What it does, to what: "Copy client ID of billing-worker". */
  label: string
  icon: ReactNode
}

export function IconButton({ label, icon, ...button }: Props) {
  return (
    <button type="button" title={label} aria-label={label} {...button} className={iconButtonStyle}>
      {icon}
    </button>
  )
}
