import { Lock } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { CopyButton } from './copy-button'
import { Field, fixedBox } from './field'

type Props = {
  label: string
  value: string
  /** Words beside the value: "One shared secret signs and verifies". */
  note?: string
  /** Copying is offered when this is named: "identifier". */
  copy?: string
  /** Why it can't be changed. */
  reason?: ReactNode
}

/** A value that can be read and copied but never changed. */
export function FixedField({ label, value, note, copy, reason }: Props) {
  const id = useId()
  return (
    <Field id={id} of="group" label={label} hint={reason}>
      {/* biome-ignore lint/a11y/useSemanticElements: one read-only value is not a fieldset */}
      <div role="group" aria-labelledby={`${id}-label`} className={fixedBox}>
        <Lock aria-hidden="true" className="size-3.5! text-ink-faint" />
        <code className={note ? 'shrink-0' : 'min-w-0 flex-1 truncate'} title={value}>
          {value}
        </code>
        {note && <span className="min-w-0 flex-1 truncate text-ink-muted">{note}</span>}
        {copy && (
          <span className="-mr-1.5 flex">
            <CopyButton value={value} label={`Copy ${copy}`} />
          </span>
        )}
      </div>
    </Field>
  )
}
