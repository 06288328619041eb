'use client'

import type { KeyboardEvent, ReactNode } from 'react'

/** Arrow keys, Home and End move the focus among the links inside; Tab and Enter do what they always do. */
export function ArrowKeys({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links are the controls, this hears their keys
    <div onKeyDown={move}>{children}</div>
  )
}

function move(event: KeyboardEvent<HTMLElement>) {
  const links = [...event.currentTarget.querySelectorAll('a')]
  const now = links.indexOf(document.activeElement as HTMLAnchorElement)
  const next = placeAfter(event.key, now, links.length - 1)
  if (now < 0 || next === undefined) return
  event.preventDefault()
  links[next]?.focus()
}

function placeAfter(key: string, now: number, last: number) {
  if (key === 'Home') return 0
  if (key === 'End') return last
  if (key === 'ArrowDown' || key === 'ArrowRight') return now === last ? 0 : now + 1
  if (key === 'ArrowUp' || key === 'ArrowLeft') return now === 0 ? last : now - 1
}
