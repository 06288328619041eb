'use client'

import { ClipboardPaste } from 'lucide-react'
import { type ClipboardEvent, type FormEvent, useRef, useState } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { FailureText } from '@/components/ui/failure-text'
import { Link } from '@/components/ui/link'
import { TextField } from '@/components/ui/text-field'
import { useAttempt } from '@/components/ui/use-attempt'
import { useTypedEarly } from '@/components/ui/use-typed-early'
import type { ActionResult } from '@/lib/action-state'
import { maxScopes, type Scope } from '@/lib/apis/api'
import { routes } from '@/lib/routes'
import { LikeSelect } from './like-select'
import { complaintAboutDescription, complaintAboutValue } from './scope-complaint'

type Props = {
  apiId: string
  existing: ReadonlySet<string>
  onAdd: (scope: Scope) => void
  /** The scope whose holders get new ones too; empty for nobody. */
  like: string
  onLike: (value: string) => void
  /** Plans it for the clients that hold the other scope, and opens the plan. */
  onAddLike: (scope: Scope, like: string) => Promise<ActionResult>
  pasting: boolean
  /** With text when several lines were pasted into the scope's field. */
  onPasteMany: (text?: string) => void
}

type Complaints = { value?: string; description?: string }

/** A scope and its description; Enter adds it and leaves the cursor ready for the next. */
export function AddScope({ apiId, existing, onAdd, like, onLike, onAddLike, pasting, onPasteMany }: Props) {
  const [value, setValue] = useState('')
  const [description, setDescription] = useState('')
  const [complaints, setComplaints] = useState<Complaints>({})
  const { pending: planning, failure, run } = useAttempt()
  const field = useRef<HTMLInputElement>(null)
  const descriptionField = useRef<HTMLInputElement>(null)
  useTypedEarly(field, value, setValue)
  useTypedEarly(descriptionField, description, setDescription)

  function submit(event: FormEvent) {
    event.preventDefault()
    const scope = { value: value.trim(), description: description.trim() }
    const found = complaintsAbout(scope, existing)
    setComplaints(found)
    if (found.value || !found.description) field.current?.focus()
    if (found.value || found.description || planning) return
    if (like) return run(() => onAddLike(scope, like))
    setValue('')
    setDescription('')
    onAdd(scope)
  }

  function paste(event: ClipboardEvent) {
    const text = event.clipboardData.getData('text/plain').trim()
    if (!text.includes('\n')) return
    event.preventDefault()
    onPasteMany(text)
  }

  return (
    <form
      aria-label="Add a scope"
      noValidate
      onSubmit={submit}
      className="grid grid-cols-[15rem_minmax(0,1fr)_auto_auto] items-start gap-x-3 max-wide:grid-cols-2 max-wide:gap-x-2 max-wide:gap-y-3"
    >
      <div className="max-wide:col-span-2">
        <TextField
          ref={field}
          label="Scope"
          mono
          placeholder="action:resource"
          autoComplete="off"
          value={value}
          error={complaints.value ? { message: complaints.value } : undefined}
          onChange={(event) => {
            setValue(event.target.value)
            setComplaints({ ...complaints, value: undefined })
          }}
          onPaste={paste}
        />
      </div>
      <div className="max-wide:col-span-2">
        <TextField
          ref={descriptionField}
          label="Description"
          placeholder="What it allows, in a few words"
          autoComplete="off"
          value={description}
          error={complaints.description ? { message: complaints.description } : undefined}
          onChange={(event) => {
            setDescription(event.target.value)
            setComplaints({ ...complaints, description: undefined })
          }}
        />
      </div>
      <div className="grid wide:mt-6.5">
        <Button type="submit" busy={planning && 'Planning'}>
          {like ? 'Review changes' : 'Add scope'}
        </Button>
      </div>
      <div className="grid wide:mt-6.5">
        <Button
          aria-expanded={pasting}
          icon={<ClipboardPaste aria-hidden="true" />}
          onClick={() => onPasteMany()}
        >
          Paste many
        </Button>
      </div>
      <div className="col-span-full mt-1.5 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 max-wide:mt-0">
        <p className="text-xs text-ink-faint">
          <kbd className="rounded-sm border border-line-strong bg-canvas px-1 py-px font-sans text-2xs font-medium text-ink-muted">
            Enter
          </kbd>{' '}
          adds the scope and puts the cursor back for the next one. No spaces, at most 280 characters.{' '}
          <Link href={routes.import({ api: apiId })}>Import from OpenAPI</Link>
        </p>
        {existing.size > 0 && <LikeSelect existing={existing} like={like} onLike={onLike} />}
      </div>
      {failure && (
        <div className="col-span-full mt-2">
          <Banner tone="danger" role="alert" title="Nothing was planned.">
            <FailureText failure={failure} />
          </Banner>
        </div>
      )}
    </form>
  )
}

function complaintsAbout({ value, description }: Scope, existing: ReadonlySet<string>): Complaints {
  return {
    value:
      complaintAboutValue(value)?.message ??
      (existing.has(value) ? 'This API has it already.' : undefined) ??
      (existing.size >= maxScopes ? 'This API has 1,000 scopes, and no more fit.' : undefined),
    description: complaintAboutDescription(description),
  }
}
