import { type ComponentProps, useId } from 'react'
import { Field, type FieldProps, fieldAria, fieldBox } from './field'

type Props = Omit<ComponentProps<'textarea'>, 'className' | 'id'> & FieldProps & { mono?: boolean }

/** Many lines; grows by its handle. */
export function TextArea({ label, hint, error, mono, rows = 3, ...area }: Props) {
  const id = useId()
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <div className={`${fieldBox} h-auto! p-0!`}>
        <textarea
          {...area}
          rows={rows}
          spellCheck={mono ? false : undefined}
          id={id}
          {...fieldAria(id, { hint, error })}
          className={`block w-full resize-y bg-transparent px-2.5 py-1.5 text-ink outline-none placeholder:text-ink-faint disabled:text-ink-disabled max-wide:text-lg ${mono ? 'font-mono text-xs leading-5' : ''}`}
        />
      </div>
    </Field>
  )
}
