import { RelativeTime } from '@/components/ui/relative-time'
import { Bars, BarsKey } from '@/components/usage/bars'
import { CountsTable } from '@/components/usage/counts-table'
import { issuedAndRefused } from '@/components/usage/counts-text'
import { NotObserved } from '@/components/usage/observed-note'
import { unitLabel } from '@/components/usage/unit-label'
import { formatNumber } from '@/lib/number-text'
import type { Observed } from '@/lib/observations/read/observed'
import type { Strangers } from '@/lib/observations/read/strangers'
import { type Bar, sumOf } from '@/lib/observations/span'
import { niceTop } from './nice-top'
import { SectionHead } from './section-head'

type Props = { bars: Bar[]; strangers: Strangers; observed: Observed }

const height = 156

/** Every token of the last 24 hours and every refusal, hour by hour. */
export function TokenPlot({ bars, strangers, observed }: Props) {
  const top = niceTop(Math.max(...bars.map(({ issued, refused }) => issued + refused)))
  return (
    <section aria-labelledby="tokens" className="mb-8">
      <SectionHead id="tokens" title="Tokens per hour">
        <BarsKey />
      </SectionHead>
      <div className="relative mt-4 mr-7 h-[156px] max-wide:h-[128px]">
        {[1, 0.5, 0].map((level) => (
          <Level key={level} at={level} value={top * level} />
        ))}
        <div className="absolute inset-0">
          <Bars
            bars={bars}
            span="24h"
            top={top}
            height={height}
            label={`Tokens in the last 24 h: ${issuedAndRefused(sumOf(bars))}`}
          />
        </div>
      </div>
      <Times bars={bars} />
      <CountsTable plots={[{ key: 'all', name: 'All', title: 'All', bars }]} span="24h" />
      <Unknown strangers={strangers} />
      <NotObserved observed={observed} />
    </section>
  )
}

/** A client that was deleted and still asks, or somebody who guesses. */
function Unknown({ strangers: { refused, last } }: Pick<Props, 'strangers'>) {
  if (refused === 0 || !last) return null
  return (
    <p className="mt-2 text-xs text-ink-muted wrap-anywhere">
      {formatNumber(refused)} of the refused {refused === 1 ? 'request' : 'requests'} named no client of the
      tenant; the last said it was <code>{last.clientId || 'nobody'}</code>
      {last.ip && ` and came from ${last.ip}`}, <RelativeTime at={last.at} />.
    </p>
  )
}

function Level({ at, value }: { at: number; value: number }) {
  return (
    <span
      aria-hidden="true"
      style={{ bottom: `${at * 100}%` }}
      className={`absolute inset-x-0 border-b ${at === 0 ? 'border-line-strong' : 'border-line'}`}
    >
      <span className="absolute -right-7 -bottom-2 w-6 text-right text-2xs text-ink-faint">
        {value.toLocaleString('en', { notation: 'compact' })}
      </span>
    </span>
  )
}

function Times({ bars }: { bars: Bar[] }) {
  return (
    <p aria-hidden="true" className="mt-1.5 mr-7 grid grid-cols-6 text-2xs text-ink-faint">
      {bars
        .filter((_, index) => index % 4 === 0)
        .map(({ unit }) => (
          <span key={unit}>{unitLabel('24h', unit)}</span>
        ))}
    </p>
  )
}
