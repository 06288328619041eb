'use client'

import { TriangleAlert } from 'lucide-react'
import { memo } from 'react'

type Props = {
  value: string
  description: string
  checked: boolean
  /** Why it can't be changed here. */
  disabled: boolean
  /** What else a client could get with it. */
  warning?: string
  onToggle: (value: string, checked: boolean) => void
}

/** A scope and whether it is granted; a thousand of them must answer within a frame, so each renders by itself. */
export const ScopeOption = memo(function ScopeOption(props: Props) {
  const { value, description, checked, disabled, warning, onToggle } = props
  return (
    <label className="grid min-h-7 cursor-pointer grid-cols-[16px_minmax(180px,auto)_minmax(0,1fr)] items-center gap-x-2.5 [contain-intrinsic-size:auto_28px] [content-visibility:auto] max-wide:grid-cols-[16px_minmax(0,1fr)] max-wide:gap-x-3 max-wide:py-1">
      <input
        type="checkbox"
        className="check grant"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onToggle(value, event.target.checked)}
      />
      <code className="wrap-anywhere">{value}</code>
      <span className="text-ink-faint max-wide:col-start-2 max-wide:text-xs">
        {description}
        {warning && (
          <span className="inline-flex items-center gap-1 text-warning not-first:ml-2">
            <TriangleAlert aria-hidden="true" className="size-3.5!" />
            {warning}
          </span>
        )}
      </span>
    </label>
  )
})
