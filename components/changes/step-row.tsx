import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Diff, type DiffLine } from '@/components/ui/diff'
import type { Step } from '@/lib/changes/change-set'
import { formatNumber } from '@/lib/number-text'
import { StepTitle } from './step-title'

type Props = {
  number: number
  step: Step
  lines: DiffLine[]
  /** Where it stands, at the end of its first line. */
  status: ReactNode
  /** What is to be known about it, in sentences. */
  warnings?: ReactNode[]
  children?: ReactNode
}

/** One change of a set: what it does, where it stands, and what gains and loses by it. */
export function StepRow({ number, step, lines, status, warnings = [], children }: Props) {
  return (
    <li
      id={`change-${step.id}`}
      className="col-span-2 grid grid-cols-subgrid border-t border-line py-3 first:border-t-0 first:pt-0 target:bg-selected"
    >
      <span className="pr-3 text-ink-faint tabular-nums">{formatNumber(number)}</span>
      <div className="min-w-0">
        <div className="mb-1.5 flex flex-wrap items-center gap-x-2.5 gap-y-0.5">
          <h2 className="min-w-0 flex-1 font-medium wrap-anywhere max-wide:basis-full">
            <StepTitle change={step.change} />
          </h2>
          {status}
        </div>
        {lines.length > 0 && <Diff lines={lines} />}
        {warnings.map((warning, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they never move
          <p key={index} className="mt-2 flex gap-2 text-ink-muted">
            <TriangleAlert aria-hidden="true" className="mt-[3px] size-3.5! text-warning" />
            <span className="min-w-0 wrap-anywhere">{warning}</span>
          </p>
        ))}
        {children}
      </div>
    </li>
  )
}
