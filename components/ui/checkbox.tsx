'use client'

import { type ComponentProps, useCallback, useId } from 'react'

type Props = Omit<ComponentProps<'input'>, 'className' | 'id' | 'type'> & {
  label: string
  /** Only for assistive technology: the row around it says it already. */
  hideLabel?: boolean
  hint?: string
  /** Petrol: it grants or authorizes. Otherwise ink: it selects. */
  grant?: boolean
  /** Neither all nor none. */
  some?: boolean
}

export function Checkbox({ label, hideLabel, hint, grant, some = false, ref, ...input }: Props) {
  const id = useId()
  const attach = useCallback(
    (element: HTMLInputElement | null) => {
      if (element) element.indeterminate = some
      if (typeof ref === 'function') return ref(element)
      if (ref) ref.current = element
    },
    [ref, some],
  )
  const box = (
    <input
      {...input}
      id={id}
      ref={attach}
      type="checkbox"
      aria-label={hideLabel ? label : undefined}
      aria-describedby={hint ? `${id}-hint` : input['aria-describedby']}
      className={grant ? 'check grant' : 'check'}
    />
  )
  if (hideLabel)
    return (
      <label htmlFor={id} className="hit cursor-pointer">
        {box}
      </label>
    )
  return (
    <label
      htmlFor={id}
      className="grid min-h-6 cursor-pointer grid-cols-[16px_minmax(0,1fr)] items-center gap-x-2.5 gap-y-0.5"
    >
      {box}
      <span>{label}</span>
      {hint && (
        <span id={`${id}-hint`} className="col-start-2 text-xs text-ink-faint">
          {hint}
        </span>
      )}
    </label>
  )
}
