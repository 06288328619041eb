'use client'

import { Plus } from 'lucide-react'
import { type ReactNode, useId, useRef } from 'react'
import { placeBeside } from './place-beside'

/** A dashed chip that opens what else a list can be narrowed by. */
export function FilterPopover({ children }: { children: ReactNode }) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  return (
    <>
      <button
        ref={button}
        type="button"
        popoverTarget={id}
        className="inline-flex h-8 items-center gap-1.5 rounded-md border border-dashed border-line-strong px-2.5 text-ink-muted hover:bg-hover hover:text-ink max-wide:h-9"
      >
        <Plus aria-hidden="true" className="size-3.5!" />
        Filter
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label="Filter"
        onToggle={(event) => {
          if (event.newState === 'open' && button.current && panel.current)
            placeBeside(button.current, panel.current, 'start')
        }}
        className="inset-auto m-0 w-76 rounded-lg bg-raised p-4 text-ink shadow-popover"
      >
        {children}
      </div>
    </>
  )
}
