'use client'

import { type ReactNode, useEffect, useId, useRef } from 'react'
import { placeBeside } from './place-beside'

/** Adds why, or what to do, to the control inside; never repeats its label. Esc dismisses it. */
export function Tooltip({ text, children }: { text: string; children: ReactNode }) {
  const id = useId()
  const anchor = useRef<HTMLSpanElement>(null)
  const tip = useRef<HTMLSpanElement>(null)

  useEffect(() => {
    const control = anchor.current?.querySelector('a, button, input, select, [tabindex]')
    control?.setAttribute('aria-describedby', id)
  }, [id])

  function show() {
    if (!anchor.current || !tip.current || tip.current.matches(':popover-open')) return
    tip.current.showPopover()
    placeBeside(anchor.current, tip.current, 'start')
  }
  const hide = () => tip.current?.hidePopover()

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens for the control it wraps
    <span
      ref={anchor}
      className="inline-flex"
      onPointerEnter={show}
      onPointerLeave={hide}
      onFocus={show}
      onBlur={hide}
      onKeyDown={(event) => event.key === 'Escape' && hide()}
    >
      {children}
      <span
        ref={tip}
        id={id}
        role="tooltip"
        popover="manual"
        className="inset-auto m-0 max-w-65 rounded-md bg-ink px-2 py-[5px] text-xs font-normal whitespace-normal text-on-ink"
      >
        {text}
      </span>
    </span>
  )
}
