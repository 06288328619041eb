export type DiffLine = { kind: 'same' | 'add' | 'del'; text: string; note?: string }

const look = {
  same: { sign: '', word: 'Unchanged', style: 'text-ink-faint' },
  add: { sign: '+', word: 'Added', style: 'text-success bg-success-subtle' },
  del: { sign: '−', word: 'Removed', style: 'text-danger bg-danger-subtle' },
}

/** Lines gained, lost and kept, signs in the gutter. */
export function Diff({ lines }: { lines: DiffLine[] }) {
  return (
    <ul className="grid gap-px font-mono text-xs leading-5">
      {lines.map(({ kind, text, note }) => (
        <li
          key={`${kind} ${text}`}
          className={`grid grid-cols-[18px_minmax(0,1fr)] rounded-xs px-2.5 py-0.5 ${look[kind].style}`}
        >
          <span>
            <span aria-hidden="true">{look[kind].sign}</span>
            <span className="sr-only">{look[kind].word}</span>
          </span>
          <span className="wrap-anywhere">
            {text} {note && <small className="font-sans text-xs leading-5 text-ink-muted">{note}</small>}
          </span>
        </li>
      ))}
    </ul>
  )
}
