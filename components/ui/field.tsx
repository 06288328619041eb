import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

/** What every field takes: a label above, a hint and a complaint below. */
export type FieldProps = {
  label: string
  hint?: ReactNode
  /** As React Hook Form hands it out; the message says what to do about it. */
  error?: { message?: ReactNode }
}

/** The attributes that tie an input to its hint and complaint. */
export function fieldAria(id: string, { hint, error }: Pick<FieldProps, 'hint' | 'error'>) {
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return { 'aria-invalid': error ? true : undefined, 'aria-describedby': describedBy || undefined }
}

/** Label, control, complaint and hint, in this order. `of` is "control" for an input with this id, "group" otherwise. */
export function Field({
  id,
  label,
  hint,
  error,
  of = 'control',
  children,
}: FieldProps & { id: string; of?: 'control' | 'group'; children: ReactNode }) {
  return (
    <div className="min-w-0">
      {of === 'control' ? (
        <label htmlFor={id} className="mb-1.5 block font-medium">
          {label}
        </label>
      ) : (
        <span id={`${id}-label`} className="mb-1.5 block font-medium">
          {label}
        </span>
      )}
      {children}
      <p
        id={`${id}-error`}
        role="alert"
        className={error ? 'mt-1.5 flex gap-1.5 text-xs text-danger' : 'hidden'}
      >
        {error && <CircleAlert aria-hidden="true" className="mt-px size-3.5!" />}
        <span className="min-w-0 wrap-anywhere">{error?.message}</span>
      </p>
      {hint && (
        <p id={`${id}-hint`} className="mt-1.5 text-xs text-ink-faint">
          {hint}
        </p>
      )}
    </div>
  )
}

/** The box around what is typed: its edge answers to hover, focus, `aria-invalid` and disabled inside. */
export const fieldBox =
  'flex h-8 items-center gap-2 rounded-md border border-control bg-raised px-2.5 text-ink-faint hover:border-ink-muted focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-focus has-aria-invalid:border-danger has-aria-invalid:focus-within:outline-danger has-disabled:border-line-strong has-disabled:bg-sunken max-wide:h-10 max-wide:text-lg'

/** The input inside that box. */
export const fieldInput =
  'h-full w-full min-w-0 flex-1 bg-transparent text-ink outline-none placeholder:text-ink-faint disabled:text-ink-disabled'

/** The sunken box of what can be read and copied but not typed into. */
export const fixedBox =
  'flex min-h-8 items-center gap-2 rounded-md border border-line-strong bg-sunken px-2.5 max-wide:min-h-10'
