'use client'

import { CircleCheck, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './button'
import { sonner } from './first-toast'
import { IconButton } from './icon-button'

type Undo = { label?: string; onClick: () => void }

/** Says what was done and one detail of it, for 8 s; never the only place for an error. */
export async function toastDone(title: string, detail?: ReactNode, undo?: Undo) {
  const { toast } = await sonner()
  toast.custom(
    (id) => (
      <div className="grid w-105 max-w-full grid-cols-[auto_minmax(0,1fr)_auto_auto] items-center gap-x-2.5 gap-y-1 rounded-lg bg-raised py-2.5 pr-2 pl-3.5 font-sans text-sm text-ink shadow-dock outline outline-transparent max-wide:w-full">
        <CircleCheck aria-hidden="true" className="size-3.5! text-success" />
        <div className="wrap-anywhere">
          {title}
          {detail && <small className="block text-xs text-ink-faint">{detail}</small>}
        </div>
        {undo ? (
          <Button
            small
            onClick={() => {
              toast.dismiss(id)
              undo.onClick()
            }}
          >
            {undo.label ?? 'Undo'}
          </Button>
        ) : (
          <span />
        )}
        <IconButton label="Dismiss" icon={<X />} onClick={() => toast.dismiss(id)} />
      </div>
    ),
    { duration: 8000 },
  )
}
