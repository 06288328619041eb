import { type ComponentProps, type ReactNode, useId } from 'react'
import { Spinner } from './spinner'

type Props = Omit<ComponentProps<'input'>, 'className' | 'id' | 'type' | 'role' | 'checked'> & {
  label: string
  checked: boolean
  hint?: ReactNode
  /** A word while the new position is being saved ("Saving"); the switch shows the new position already. */
  busy?: string | false
}

/** For settings that are saved at once, never for a grant. The word beside it says the state. */
export function Switch({ label, checked, hint, busy, ...input }: Props) {
  const id = useId()
  return (
    <div className="grid grid-cols-[32px_minmax(0,1fr)] gap-x-3 gap-y-0.5">
      <input
        {...input}
        id={id}
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox tells its state by itself
        role="switch"
        checked={checked}
        aria-busy={busy ? true : undefined}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="switch mt-px"
      />
      <p className="flex flex-wrap items-center gap-x-1.5">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <span className="inline-flex items-center gap-2 text-ink-faint">
          {busy || (checked ? 'On' : 'Off')}
          {busy && <Spinner />}
        </span>
      </p>
      {hint && (
        <p id={`${id}-hint`} className="col-start-2 text-ink-muted">
          {hint}
        </p>
      )}
    </div>
  )
}
