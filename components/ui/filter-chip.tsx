import { X } from 'lucide-react'
import type { Route } from 'next'
import { Link } from './link'

type Props = {
  /** "API" */
  field: string
  /** "Orders API" */
  value: string
} & ({ onRemove: () => void } | { /** The list without it. */ without: Route })

const removal =
  'ml-2 grid w-8 flex-none place-items-center rounded-r-md border-l border-line text-ink-faint no-underline hover:bg-hover hover:text-ink'

/** A filter that is on, and the way to take it off: in place, or by address. */
export function FilterChip({ field, value, ...way }: Props) {
  const label = `Remove the filter ${field} ${value}`
  const cross = <X aria-hidden="true" className="size-3.5!" />
  return (
    <span className="inline-flex h-8 max-w-full items-stretch rounded-md border border-line-strong bg-raised max-wide:h-9">
      <span className="flex min-w-0 items-center gap-1.5 pl-2.5">
        <span className="shrink-0 text-ink-faint">{field}</span>
        <span className="truncate">{value}</span>
      </span>
      {'without' in way ? (
        <Link href={way.without} aria-label={label} className={removal}>
          {cross}
        </Link>
      ) : (
        <button type="button" aria-label={label} onClick={way.onRemove} className={removal}>
          {cross}
        </button>
      )}
    </span>
  )
}
