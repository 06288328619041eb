import { Check, CircleAlert, Equal } from 'lucide-react'
import type { Verdict } from '@/lib/transfer/compare/comparison'

const icons = {
  create: { Icon: Check, label: 'Ready', className: 'text-success' },
  change: { Icon: Check, label: 'Ready', className: 'text-success' },
  nothing: { Icon: Equal, label: 'Nothing to do', className: 'text-ink-faint' },
  refused: { Icon: CircleAlert, label: 'Stays', className: 'text-danger' },
}

/** What becomes of each thing, by the line it stands on. */
export function VerdictList({ label, verdicts }: { label: string; verdicts: Verdict[] }) {
  return (
    <ol aria-label={label} className="max-h-140 overflow-y-auto">
      {verdicts.map((verdict) => (
        <Row
          key={`${verdict.at.file} ${verdict.at.line} ${verdict.subject} ${verdict.says}`}
          verdict={verdict}
        />
      ))}
    </ol>
  )
}

function Row({ verdict: { at, subject, outcome, says } }: { verdict: Verdict }) {
  const { Icon, label, className } = icons[outcome]
  return (
    <li className="grid min-h-6.5 grid-cols-[minmax(1.75rem,auto)_1rem_minmax(0,1fr)] gap-x-2.5 py-1 [contain-intrinsic-size:auto_26px] [content-visibility:auto]">
      <span className="max-w-40 truncate text-right text-xs/5 text-ink-faint tabular-nums" title={at.file}>
        {at.file ?? at.line}
      </span>
      <Icon role="img" aria-label={label} className={`mt-0.75 size-3.5! ${className}`} />
      <span className="min-w-0 wrap-anywhere">
        {subject && <span className="mr-2 font-medium">{subject}</span>}
        <span className={outcome === 'refused' ? 'text-danger' : 'text-ink-muted'}>{says}</span>
      </span>
    </li>
  )
}
