'use client'

import { Plus } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { placeBeside } from './place-beside'

/**
 * A dashed chip that opens what else a list can be narrowed by. That is not rendered before, where there are scripts:
 * hundreds of APIs may be among it.
 */
export function FilterPopover({ children }: { children: ReactNode }) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState(false)

  // It may have been opened before there was a script to hear of it.
  useEffect(() => setOpened(panel.current?.matches(':popover-open') ?? false), [])

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
        onBeforeToggle={(event) => event.newState === 'open' && setOpened(true)}
        onToggle={(event) => {
          if (event.newState === 'open' && button.current && panel.current)
            placeBeside(button.current, panel.current, 'start')
        }}
        className="inset-auto m-0 w-76 rounded-lg bg-raised p-4 text-ink shadow-popover"
      >
        {opened ? children : <noscript>{children}</noscript>}
      </div>
    </>
  )
}
