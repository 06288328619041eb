import { ChevronsUpDown } from 'lucide-react'
import { type ComponentProps, useId } from 'react'
import { Field, type FieldProps, fieldAria, fieldBox, fieldInput } from './field'

type Props = Omit<ComponentProps<'select'>, 'className' | 'id'> & FieldProps & { mono?: boolean }

/** The browser's own select, in our box; its options are `<option>` children. */
export function SelectField({ label, hint, error, mono, ...select }: Props) {
  const id = useId()
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <div className={`${fieldBox} relative p-0!`}>
        <select
          {...select}
          id={id}
          {...fieldAria(id, { hint, error })}
          className={`${fieldInput} cursor-pointer appearance-none truncate rounded-md pr-8 pl-2.5 [&>option]:bg-raised ${mono ? 'font-mono text-xs max-wide:text-lg' : ''}`}
        />
        <ChevronsUpDown aria-hidden="true" className="pointer-events-none absolute right-2.5 size-3.5!" />
      </div>
    </Field>
  )
}
