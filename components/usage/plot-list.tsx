import type { ReactNode } from 'react'
import { formatNumber } from '@/lib/number-text'
import { type Bar, type Span, spanInWords, sumOf } from '@/lib/observations/span'
import { Bars } from './bars'
import { tokens } from './counts-text'
import { unitLabel } from './unit-label'

export type Plot = {
  key: string
  /** As plain text, for who can't see it. */
  name: string
  title: ReactNode
  bars: Bar[]
}

type Props = { plots: Plot[]; span: Span; top: number }

const height = 56

/** A plot for each, side by side on one scale, with the sum in figures. */
export function PlotList({ plots, span, top }: Props) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(210px,100%),1fr))] gap-x-10 overflow-x-clip border-b border-line max-wide:gap-x-6">
      {plots.map(({ key, name, title, bars }) => (
        <li
          key={key}
          className="relative border-line pt-2.5 pb-2 before:absolute before:inset-y-0 before:-left-5 before:border-l before:border-line max-wide:before:hidden"
        >
          <Sum title={title} bars={bars} />
          <div className="mt-1.5 h-14 border-b border-line-strong max-wide:h-10">
            <Bars bars={bars} span={span} top={top} height={height} label={sentence(name, bars, span)} />
          </div>
          <Times bars={bars} span={span} />
        </li>
      ))}
    </ul>
  )
}

function Sum({ title, bars }: { title: ReactNode; bars: Bar[] }) {
  const { issued, refused } = sumOf(bars)
  return (
    <p className="flex justify-between gap-2">
      <span className="min-w-0 truncate">{title}</span>
      <span className="flex-none">
        {issued + refused === 0 ? (
          <span className="text-ink-faint">None</span>
        ) : (
          <b className="font-medium">{formatNumber(issued)}</b>
        )}
        {refused > 0 && <span className="text-danger"> · {formatNumber(refused)} refused</span>}
      </span>
    </p>
  )
}

function Times({ bars, span }: { bars: Bar[]; span: Span }) {
  const [first, middle] = [bars[0], bars[bars.length / 2]]
  return (
    <p aria-hidden="true" className="mt-1 flex justify-between text-2xs text-ink-faint">
      <span>{first && unitLabel(span, first.unit)}</span>
      <span>{middle && unitLabel(span, middle.unit)}</span>
      <span>{span === '24h' ? 'Now' : 'Today'}</span>
    </p>
  )
}

/** "Orders API: 27 tokens in the last 24 h, most at 01:00 UTC: 4, 2 refused" */
function sentence(name: string, bars: Bar[], span: Span) {
  const { issued, refused } = sumOf(bars)
  const most = bars.reduce((most, bar) => (bar.issued > most.issued ? bar : most))
  const peak =
    issued > 0
      ? `, most ${span === '24h' ? 'at' : 'on'} ${unitLabel(span, most.unit)} UTC: ${most.issued}`
      : ''
  return `${name}: ${tokens(issued)} in the last ${spanInWords[span]}${peak}, ${refused || 'none'} refused`
}
