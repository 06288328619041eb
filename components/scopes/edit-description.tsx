'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState, useTransition } from 'react'
import { attempt } from '@/components/ui/attempt'
import { Button } from '@/components/ui/button'
import { FailureText } from '@/components/ui/failure-text'
import { fieldBox, fieldInput } from '@/components/ui/field'
import type { ActionFailure } from '@/lib/action-state'
import type { ScopeActions } from './scope-actions'
import { complaintAboutDescription } from './scope-complaint'

type Props = {
  value: string
  description: string
  save: ScopeActions['describe']
  onClose: () => void
  /** The scope is no longer there to be described. */
  onGone: (failure: ActionFailure) => void
}

/** A field where the text was. Enter saves, Esc leaves it as it was. */
export function EditDescription({ value, description, save, onClose, onGone }: Props) {
  const id = useId()
  const router = useRouter()
  const [from] = useState(description)
  const [typed, setTyped] = useState(description)
  const [complaint, setComplaint] = useState<string>()
  const [failure, setFailure] = useState<ActionFailure>()
  const [pending, startTransition] = useTransition()
  const moved = description !== from

  function submit(event: FormEvent) {
    event.preventDefault()
    const to = typed.trim()
    const wrong = complaintAboutDescription(to)
    setComplaint(wrong)
    setFailure(undefined)
    if (wrong || pending) return
    if (to === description) return onClose()
    startTransition(async () => {
      const result = await attempt(() => save({ value, from: moved ? description : from, to }))
      if (result.status === 'done') return onClose()
      if (result.status === 'failed' && result.code === 'not_found') return onGone(result)
      setFailure(result)
      if (result.status === 'failed' && result.code === 'conflict') router.refresh()
    })
  }

  return (
    <form noValidate onSubmit={submit} className="-ml-[11px] py-1 max-wide:ml-0">
      <div className="flex items-center gap-2 max-wide:flex-wrap">
        <div className={`${fieldBox} flex-1 max-wide:basis-full`}>
          <input
            // biome-ignore lint/a11y/noAutofocus: the field takes the place of the text that was pressed on
            autoFocus
            aria-label={`Description of ${value}`}
            aria-invalid={complaint || failure ? true : undefined}
            aria-describedby={id}
            autoComplete="off"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value)
              setComplaint(undefined)
            }}
            onKeyDown={(event) => {
              if (event.key === 'Escape') onClose()
            }}
            className={fieldInput}
          />
        </div>
        <Button small type="submit" busy={pending && 'Saving'}>
          Save
        </Button>
        <Button small kind="ghost" onClick={onClose}>
          Cancel
        </Button>
      </div>
      <div id={id} className="pl-[11px] text-xs wrap-anywhere max-wide:pl-0">
        {(complaint || failure) && (
          <p role="alert" className="pt-1 text-danger">
            {complaint ?? (failure && <FailureText failure={failure} />)}
          </p>
        )}
        {moved && (
          <p className="pt-1 text-ink-muted">
            The tenant says now: {description || 'no description'}. Save replaces it, Cancel keeps it.
          </p>
        )}
      </div>
    </form>
  )
}
