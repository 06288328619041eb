import type { Route } from 'next'
import { Segments } from '@/components/ui/segments'
import { formatNumber } from '@/lib/number-text'
import { type Span, spanInWords, spans, sumOf, unitInWords } from '@/lib/observations/span'
import { BarsKey } from './bars'
import { CountsTable } from './counts-table'
import { issuedAndRefused } from './counts-text'
import { type Plot, PlotList } from './plot-list'

type Props = {
  plots: Plot[]
  span: Span
  /** What a plot is about: "API", "Client". */
  of: string
  hrefOf: (span: Span) => Route
  /** More that is not shown as a plot. */
  more?: string
}

/** Tokens over time, a plot each on one scale, and the numbers behind them. */
export function UsagePlots({ plots, span, of, hrefOf, more }: Props) {
  const all = plots.flatMap(({ bars }) => bars)
  const highest = Math.max(0, ...all.map(({ issued, refused }) => issued + refused))
  return (
    <section aria-labelledby="tokens">
      <div className="flex flex-wrap items-center gap-x-3.5 gap-y-2 border-b border-line-strong pb-2">
        <h2 id="tokens" className="text-base font-semibold">
          Tokens per {unitInWords[span]}
        </h2>
        <p className="min-w-0 flex-1 text-xs text-ink-faint max-wide:order-last max-wide:basis-full">
          {issuedAndRefused(sumOf(all))} in the last {spanInWords[span]}.
          {plots.length > 1 && highest > 0 && ` One scale: the highest bar is ${formatNumber(highest)}.`}
        </p>
        <BarsKey />
        <Segments
          label="How far back"
          segments={spans.map((one) => ({
            href: hrefOf(one),
            label: spanInWords[one],
            current: one === span,
          }))}
        />
      </div>
      <PlotList plots={plots} span={span} top={Math.max(highest, 1)} />
      {more && <p className="pt-2 text-xs text-ink-faint">{more}</p>}
      <CountsTable plots={plots} span={span} of={of} />
    </section>
  )
}
