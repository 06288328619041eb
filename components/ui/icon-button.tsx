import type { ComponentProps, ReactNode } from 'react'

type Props = Omit<ComponentProps<'button'>, 'className' | 'aria-label' | 'children'> & {
  /** What it does, to what: "Copy client ID of billing-worker". */
  label: string
  icon: ReactNode
}

export function IconButton({ label, icon, ...button }: Props) {
  return (
    <button type="button" title={label} aria-label={label} {...button} className="icon-button">
      {icon}
    </button>
  )
}
