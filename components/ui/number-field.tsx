'use client'

import { useId, useRef, useState } from 'react'
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form'
import { formatNumber, parseNumber } from '@/lib/number-text'
import { Button } from './button'
import { Field, type FieldProps, fieldAria, fieldBox, fieldInput } from './field'
import { useTypedEarly } from './use-typed-early'

type Props<Input extends FieldValues> = Omit<FieldProps, 'error'> & {
  control: Control<Input>
  name: FieldPath<Input>
  /** Stands inside the box: "seconds". */
  unit?: string
  presets?: { label: string; value: number }[]
}

/** A number as a person writes it ("43,200"); the form holds the number, NaN while it is none. */
export function NumberField<Input extends FieldValues>(props: Props<Input>) {
  const { control, name, label, hint, unit, presets } = props
  const id = useId()
  const { field, fieldState } = useController({ control, name })
  const [draft, setDraft] = useState<string>()
  const input = useRef<HTMLInputElement>(null)
  const value: unknown = field.value
  const settled = typeof value === 'number' && Number.isFinite(value) ? formatNumber(value) : ''
  function type(text: string) {
    setDraft(text)
    field.onChange(parseNumber(text))
  }
  useTypedEarly(input, settled, type)

  return (
    <Field id={id} label={label} hint={hint} error={fieldState.error}>
      <div className="flex flex-wrap gap-2">
        <div className={`${fieldBox} w-42 max-wide:w-full`}>
          <input
            id={id}
            ref={(element) => {
              input.current = element
              field.ref(element)
            }}
            name={name}
            inputMode="numeric"
            autoComplete="off"
            value={draft ?? settled}
            onChange={(event) => type(event.target.value)}
            onBlur={() => {
              if (typeof value === 'number' && Number.isFinite(value)) setDraft(undefined)
              field.onBlur()
            }}
            disabled={field.disabled}
            {...fieldAria(id, { hint, error: fieldState.error })}
            className={fieldInput}
          />
          {unit && <span className="text-xs">{unit}</span>}
        </div>
        {presets?.map((preset) => (
          <Button
            key={preset.value}
            aria-pressed={value === preset.value}
            onClick={() => {
              setDraft(undefined)
              field.onChange(preset.value)
            }}
          >
            {preset.label}
          </Button>
        ))}
      </div>
    </Field>
  )
}
