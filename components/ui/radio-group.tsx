import { type ComponentProps, type ReactNode, useId } from 'react'
import { Field, type FieldProps } from './field'

type Choice = {
  value: string
  label: string
  /** A faint word after the label: "For most APIs". */
  aside?: string
  /** What choosing it means, in a line. */
  explanation?: ReactNode
  disabled?: boolean
}

type Props = Omit<ComponentProps<'input'>, 'className' | 'id' | 'type' | 'value'> &
  FieldProps & { choices: Choice[] }

/** One of a few, each explained. Spread `register(name)` or give `name`, `defaultValue` and `onChange`. */
export function RadioGroup({ label, hint, error, choices, defaultValue, ...input }: Props) {
  const id = useId()
  return (
    <Field id={id} of="group" label={label} hint={hint} error={error}>
      <div role="radiogroup" aria-labelledby={`${id}-label`} className="-my-1 grid divide-y divide-line">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="grid cursor-pointer grid-cols-[16px_minmax(0,1fr)] gap-x-2.5 gap-y-0.5 py-2.5"
          >
            <input
              {...input}
              type="radio"
              value={choice.value}
              disabled={choice.disabled}
              {...(defaultValue !== undefined && { defaultChecked: defaultValue === choice.value })}
              aria-describedby={choice.explanation ? `${id}-${choice.value}` : undefined}
              className="radio mt-0.5"
            />
            <span className="font-medium">
              {choice.label}
              {choice.aside && <span className="ml-1.5 font-normal text-ink-faint">{choice.aside}</span>}
            </span>
            {choice.explanation && (
              <span id={`${id}-${choice.value}`} className="col-start-2 text-ink-muted">
                {choice.explanation}
              </span>
            )}
          </label>
        ))}
      </div>
    </Field>
  )
}
