'use client'

import { Info } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { ActionResult } from '@/lib/action-state'
import { Banner } from './banner'
import { Button } from './button'
import { Dialog } from './dialog'
import { type Fact, Facts } from './facts'
import { FailureText } from './failure-text'
import { TextField } from './text-field'
import { useAttempt } from './use-attempt'

type Props<Value> = {
  /** "Delete invoice-exporter?" */
  title: string
  lead?: ReactNode
  /** Who and how many, until when, and what cannot be undone. */
  facts?: Fact[]
  /** A gentler way to the same end. */
  note?: ReactNode
  /** The name to be typed where something is destroyed. */
  typeName?: string
  /** "Delete client" */
  verb: string
  /** "Deleting" */
  busyVerb: string
  tone?: 'danger' | 'primary'
  action: () => Promise<ActionResult<Value>>
  onDone?: (value: Value) => void
  onClose: () => void
}

/** Says what will happen before it happens; stays open with the reason when it did not. */
export function ConfirmDialog<Value>(props: Props<Value>) {
  const {
    title,
    lead,
    facts,
    note,
    typeName,
    verb,
    busyVerb,
    tone = 'danger',
    action,
    onDone,
    onClose,
  } = props
  const [typed, setTyped] = useState('')
  const { pending, failure, run } = useAttempt()
  const ready = typeName === undefined || typed.trim() === typeName.trim()

  function confirm() {
    if (pending || !ready) return
    run(action, (value) => {
      onClose()
      onDone?.(value)
    })
  }

  return (
    <Dialog
      title={title}
      lead={lead}
      held={pending}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose} disabled={pending}>
            Cancel
          </Button>
          <Button
            kind={tone === 'danger' ? 'danger-solid' : 'primary'}
            busy={pending && busyVerb}
            disabled={!ready}
            onClick={confirm}
          >
            {verb}
          </Button>
        </>
      }
    >
      {facts && <Facts facts={facts} />}
      {note && (
        <p className="flex gap-2 text-xs text-ink-muted">
          <Info aria-hidden="true" className="mt-px size-3.5! text-ink-faint" />
          <span>{note}</span>
        </p>
      )}
      {typeName !== undefined && (
        <TextField
          label={`Type ${typeName} to confirm`}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && confirm()}
        />
      )}
      {failure && (
        <Banner tone="danger" role="alert" title={`Not done: ${title.replace(/\?$/, '')}.`}>
          <FailureText failure={failure} />
        </Banner>
      )}
    </Dialog>
  )
}
