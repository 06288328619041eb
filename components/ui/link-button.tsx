import type { ComponentProps, ReactNode } from 'react'
import { type ButtonLook, buttonStyle } from './button-style'
import { Link } from './link'

type Props = Omit<ComponentProps<typeof Link>, 'className'> & ButtonLook & { icon?: ReactNode }

/** A place to go, with the weight of a button. */
export function LinkButton({ kind, small, icon, children, ...link }: Props) {
  return (
    <Link {...link} className={buttonStyle({ kind, small })}>
      {icon}
      {children}
    </Link>
  )
}
