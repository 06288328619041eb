'use client'

import type { Route } from 'next'
import { type KeyboardEvent, type ReactNode, type RefObject, useRef } from 'react'
import { Link } from './link'
import { placeBeside } from './place-beside'

export type MenuItem = {
  label: string
  icon?: ReactNode
  disabled?: boolean
  /** Last and apart. */
  danger?: boolean
  /** Given for one of several choices: whether this is the chosen one. */
  checked?: boolean
} & ({ onSelect: () => void } | { href: Route /** The address of a file to keep. */; download?: boolean })

type Props = {
  /** The button that opens it names it as its `popoverTarget`. */
  id: string
  label: string
  items: MenuItem[]
  /** Beside which it opens: one button, or of many the one that was pressed. */
  button: RefObject<HTMLElement | null>
  onToggle?: (open: boolean) => void
}

/** A menu, with arrow keys, Home, End, Esc and Tab as everywhere. */
export function MenuList({ id, label, items, button, onToggle }: Props) {
  const menu = useRef<HTMLDivElement>(null)
  const close = () => menu.current?.hidePopover()

  return (
    <div
      ref={menu}
      id={id}
      popover="auto"
      role="menu"
      aria-label={label}
      tabIndex={-1}
      onToggle={(event) => {
        const opened = event.newState === 'open'
        onToggle?.(opened)
        if (!opened || !button.current || !menu.current) return
        placeBeside(button.current, menu.current, 'end')
        enabledItems(menu.current)[0]?.focus()
      }}
      onKeyDown={(event) => moveFocus(event, close)}
      className="inset-auto m-0 w-54 rounded-lg bg-raised p-1 text-ink shadow-popover transition-[opacity,translate] duration-(--duration-quick) starting:open:-translate-y-1 starting:open:opacity-0"
    >
      {items.map((item, index) => (
        <div key={item.label} role="none">
          {item.danger && index > 0 && !items[index - 1]?.danger && <hr className="mx-2 my-1 border-line" />}
          <Entry item={item} close={close} />
        </div>
      ))}
    </div>
  )
}

function Entry({ item, close }: { item: MenuItem; close: () => void }) {
  const className = `flex h-7.5 w-full items-center gap-2 rounded-md px-2 text-left no-underline focus-visible:-outline-offset-2 disabled:cursor-not-allowed disabled:bg-transparent disabled:text-ink-disabled max-wide:h-10 [&>svg]:size-3.5 ${item.danger ? 'text-danger hover:bg-danger-subtle' : 'hover:bg-hover [&>svg]:text-ink-faint'}`
  const choice = item.checked !== undefined
  if ('href' in item && item.download)
    return (
      <a href={item.href} download role="menuitem" tabIndex={-1} onClick={close} className={className}>
        {item.icon}
        {item.label}
      </a>
    )
  if ('href' in item)
    return (
      <Link href={item.href} role="menuitem" tabIndex={-1} onClick={close} className={className}>
        {item.icon}
        {item.label}
      </Link>
    )
  return (
    <button
      type="button"
      {...(choice ? { role: 'menuitemradio', 'aria-checked': item.checked } : { role: 'menuitem' })}
      tabIndex={-1}
      disabled={item.disabled}
      onClick={() => {
        close()
        item.onSelect()
      }}
      className={`${className} ${item.checked ? 'bg-selected font-medium' : ''}`}
    >
      {item.icon}
      {item.label}
    </button>
  )
}

const enabledItems = (menu: HTMLElement) =>
  [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')].filter((item) => !item.matches(':disabled'))

function moveFocus(event: KeyboardEvent<HTMLElement>, close: () => void) {
  const items = enabledItems(event.currentTarget)
  const at = items.findIndex((item) => item.matches(':focus'))
  const next = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  }[event.key]
  if (event.key === 'Tab') close()
  if (next === undefined) return
  event.preventDefault()
  items[next]?.focus()
}
