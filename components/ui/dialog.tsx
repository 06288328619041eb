'use client'

import { type ReactNode, useId, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'

type Props = {
  /** A question, or what will be there: "Delete invoice-exporter?", "Create API". */
  title: string
  /** The consequence in a sentence or two. */
  lead?: ReactNode
  children?: ReactNode
  /** Cancel and the verb. */
  footer: ReactNode
  onClose: () => void
  /** True while something is being written: Esc and the backdrop wait. */
  held?: boolean
  wide?: boolean
}

/**
 * A modal dialog, open as long as it is rendered: `{asking && <Dialog … />}`. On a phone it stands at the
 * bottom edge. The browser traps the focus and gives it back to where it was. What the server renders is
 * open at once, and modal as soon as the page's script runs.
 */
export function Dialog({ title, lead, children, footer, onClose, held = false, wide }: Props) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const hydrating = useSyncExternalStore(neverChanges, onceRunning, onServer)
  const [openEarly] = useState(hydrating)

  useLayoutEffect(() => {
    const element = dialog.current
    if (element) makeModal(element)
    return () => element?.close()
  }, [])

  return (
    <dialog
      ref={dialog}
      open={openEarly}
      aria-labelledby={`${id}-title`}
      aria-describedby={lead ? `${id}-lead` : undefined}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        if (!held) onClose()
      }}
      onClose={(event) => {
        // Browsers close without asking on a second Esc; the page must not believe it is still open.
        if (event.target === event.currentTarget && !dialog.current?.open) onClose()
      }}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget && !held) onClose()
      }}
      className={`fixed inset-0 z-10 m-auto max-h-[calc(100dvh-48px)] max-w-[calc(100vw-48px)] flex-col open:flex overflow-hidden rounded-lg bg-raised text-ink opacity-100 shadow-dialog transition-[opacity,translate] duration-(--duration-calm) backdrop:bg-scrim not-[:modal]:shadow-dialog-early max-wide:mb-2 max-wide:max-h-[calc(100dvh-16px)] max-wide:w-[calc(100vw-16px)] max-wide:max-w-none starting:[&:modal]:translate-y-1 starting:[&:modal]:opacity-0 ${wide ? 'w-140' : 'w-120'}`}
    >
      <div className="min-h-0 overflow-y-auto px-5 py-4">
        <h2 id={`${id}-title`} className="text-lg font-semibold tracking-tight wrap-anywhere">
          {title}
        </h2>
        {lead && (
          <p id={`${id}-lead`} className="mt-1 text-ink-muted wrap-anywhere">
            {lead}
          </p>
        )}
        {children && <div className="mt-4 grid grid-cols-1 gap-4">{children}</div>}
      </div>
      <footer className="flex shrink-0 items-center justify-end gap-2 border-t border-line px-5 py-3 max-wide:flex-wrap max-wide:[&>button]:flex-auto max-wide:[&>a]:flex-auto">
        {footer}
      </footer>
    </dialog>
  )
}

const neverChanges = () => () => {}
const onceRunning = () => false
const onServer = () => true

/** Shows it above everything else; somebody who types into it already goes on typing. */
function makeModal(dialog: HTMLDialogElement) {
  const typing = document.activeElement
  dialog.close()
  dialog.showModal()
  if (typing instanceof HTMLElement && dialog.contains(typing)) typing.focus()
}

/** A faint word at the start of a dialog's footer: "Opens its Quickstart next". */
export function DialogNote({ children }: { children: ReactNode }) {
  return <p className="flex-1 text-xs text-ink-faint max-wide:basis-full">{children}</p>
}
