import { X } from 'lucide-react'

type Props = {
  /** "API" */
  field: string
  /** "Orders API" */
  value: string
  onRemove: () => void
}

/** A filter that is on, and the way to take it off. */
export function FilterChip({ field, value, onRemove }: Props) {
  return (
    <span className="inline-flex h-8 max-w-full items-stretch rounded-md border border-line-strong bg-raised max-wide:h-9">
      <span className="flex min-w-0 items-center gap-1.5 pl-2.5">
        <span className="text-ink-faint">{field}</span>
        <span className="truncate">{value}</span>
      </span>
      <button
        type="button"
        aria-label={`Remove the filter ${field} ${value}`}
        onClick={onRemove}
        className="ml-2 grid w-8 flex-none place-items-center rounded-r-md border-l border-line text-ink-faint hover:bg-hover hover:text-ink"
      >
        <X aria-hidden="true" className="size-3.5!" />
      </button>
    </span>
  )
}
