import { type ComponentProps, type ReactNode, useId } from 'react'
import { Field, type FieldProps, fieldAria, fieldBox, fieldInput } from './field'

type Props = Omit<ComponentProps<'input'>, 'className' | 'id'> &
  FieldProps & {
    /** For what is copied exactly: identifiers, scopes, URLs. */
    mono?: boolean
    /** A unit or a small button at the end, inside the box. */
    end?: ReactNode
  }

export function TextField({ label, hint, error, mono, end, ...input }: Props) {
  const id = useId()
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <div className={fieldBox}>
        <input
          type="text"
          {...input}
          {...(mono && { spellCheck: false, autoCapitalize: 'none', autoCorrect: 'off' })}
          id={id}
          {...fieldAria(id, { hint, error })}
          className={`${fieldInput} ${mono ? 'font-mono text-xs max-wide:text-lg' : ''}`}
        />
        {end}
      </div>
    </Field>
  )
}
