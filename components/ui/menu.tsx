'use client'

import { Ellipsis } from 'lucide-react'
import { type ReactNode, useId, useRef, useState } from 'react'
import { type MenuItem, MenuList } from './menu-list'

type Props = {
  /** "Actions for billing-worker" */
  label: string
  items: MenuItem[]
  /** Three dots unless given. */
  icon?: ReactNode
}

/** A button and the menu it opens. */
export function Menu({ label, items, icon = <Ellipsis className="size-4" /> }: Props) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)

  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        popoverTarget={id}
        className="icon-button"
      >
        {icon}
      </button>
      <MenuList id={id} label={label} items={items} button={button} onToggle={setOpen} />
    </>
  )
}
