import { ChevronsUpDown } from 'lucide-react'

type Props = {
  existing: ReadonlySet<string>
  /** The scope whose holders get the new ones too; empty for nobody. */
  like: string
  onLike: (value: string) => void
}

/** To whom new scopes are granted at once: to nobody, unless they go along with another one. */
export function LikeSelect({ existing, like, onLike }: Props) {
  return (
    <label className="flex min-w-0 items-center gap-2 text-xs text-ink-muted">
      <span className="shrink-0">Grant also to the clients that hold</span>
      <span className="relative flex min-w-0 items-center text-ink-faint">
        <select
          value={like}
          onChange={(event) => onLike(event.target.value)}
          className="h-7 max-w-60 min-w-0 cursor-pointer appearance-none truncate rounded-md border border-control bg-raised pr-7 pl-2 text-ink hover:border-ink-muted max-wide:h-10 max-wide:text-lg [&>option]:bg-raised"
        >
          <option value="">Choose a scope</option>
          {[...existing].map((value) => (
            <option key={value} value={value}>
              {value}
            </option>
          ))}
        </select>
        <ChevronsUpDown aria-hidden="true" className="pointer-events-none absolute right-2 size-3.5!" />
      </span>
    </label>
  )
}
