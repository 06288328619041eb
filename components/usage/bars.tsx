import type { Bar, Span } from '@/lib/observations/span'
import { issuedAndRefused } from './counts-text'
import { fullUnitLabel } from './unit-label'

type Props = {
  bars: Bar[]
  span: Span
  /** The number at the upper edge; the same for plots that are compared. */
  top: number
  /** About how many pixels high it is shown, so that a single token can still be seen. */
  height: number
  /** What it shows, in a sentence. */
  label: string
}

/** A bar per hour or day: filled is issued, hollow on top of it refused. Hovering tells the numbers. */
export function Bars({ bars, span, top, height, label }: Props) {
  const least = (1.5 * top) / height
  const gap = top / height
  const tall = (count: number) => (count === 0 ? 0 : Math.max(count, least))
  return (
    <svg
      viewBox={`0 0 ${bars.length} ${top}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      className="block size-full overflow-visible"
    >
      {bars.map((bar, index) => {
        const issued = tall(bar.issued)
        const refused = tall(bar.refused)
        return (
          <g key={bar.unit}>
            <rect x={index} y={0} width={1} height={top} className="fill-transparent hover:fill-hover">
              <title>{`${fullUnitLabel(span, bar.unit)} UTC: ${issuedAndRefused(bar)}`}</title>
            </rect>
            {issued > 0 && (
              <rect
                x={index + 0.14}
                y={top - issued}
                width={0.72}
                height={issued}
                className="pointer-events-none fill-granted"
              />
            )}
            {refused > 0 && (
              <rect
                x={index + 0.2}
                y={top - issued - refused - (issued > 0 ? gap : 0)}
                width={0.6}
                height={refused}
                vectorEffect="non-scaling-stroke"
                className="pointer-events-none fill-danger-subtle stroke-danger"
              />
            )}
          </g>
        )
      })}
    </svg>
  )
}

/** What the two kinds of bars mean. */
export function BarsKey() {
  return (
    <span className="flex gap-3.5 text-xs text-ink-faint" aria-hidden="true">
      <span className="inline-flex items-center gap-1.5">
        <i className="size-2 bg-granted" /> Issued
      </span>
      <span className="inline-flex items-center gap-1.5">
        <i className="size-2 border border-danger bg-danger-subtle" /> Refused
      </span>
    </span>
  )
}
