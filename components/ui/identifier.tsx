import { CopyButton } from './copy-button'

/** Text to be copied exactly, with the button that does it. `label` names it: "client ID". */
export function Identifier({ value, label }: { value: string; label: string }) {
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-0.5">
      <code className="truncate text-xs text-ink-muted" title={value}>
        {value}
      </code>
      <CopyButton value={value} label={`Copy ${label}`} />
    </span>
  )
}
