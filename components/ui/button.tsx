import type { ComponentProps, ReactNode } from 'react'
import { type ButtonLook, buttonStyle } from './button-style'
import { Spinner } from './spinner'
import { Tooltip } from './tooltip'

type Props = Omit<ComponentProps<'button'>, 'className' | 'disabled'> &
  ButtonLook & {
    icon?: ReactNode
    /** The verb in "-ing" while the work runs ("Creating"); a second press does nothing. */
    busy?: string | false
    disabled?: boolean
    /** Why it can't be pressed: it stays focusable, and the reason is read out and shown. */
    disabledReason?: string
  }

export function Button({ kind, small, icon, busy, disabledReason, children, ...button }: Props) {
  const className = buttonStyle({ kind, small })
  if (disabledReason)
    return (
      <Tooltip text={disabledReason}>
        <button {...button} type="button" onClick={undefined} aria-disabled="true" className={className}>
          {icon}
          {children}
        </button>
      </Tooltip>
    )
  if (busy)
    return (
      <button {...button} type="button" onClick={undefined} aria-busy="true" className={className}>
        <Spinner />
        {busy}
      </button>
    )
  return (
    <button type="button" {...button} className={className}>
      {icon}
      {children}
    </button>
  )
}
