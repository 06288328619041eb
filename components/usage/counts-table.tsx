import { formatNumber } from '@/lib/number-text'
import { type Span, unitInWords } from '@/lib/observations/span'
import type { Plot } from './plot-list'
import { fullUnitLabel } from './unit-label'

type Props = {
  plots: Plot[]
  span: Span
  /** What the plots are about; absent where there is but one. */
  of?: string
}

/** The numbers behind the plots, for who would rather read them; hours without a request are left out. */
export function CountsTable({ plots, span, of }: Props) {
  const rows = plots.flatMap(({ key, name, bars }) =>
    bars.filter(({ issued, refused }) => issued + refused > 0).map((bar) => ({ key, name, ...bar })),
  )
  if (rows.length === 0) return null
  return (
    <details className="mt-2 text-xs">
      <summary className="w-fit cursor-pointer rounded-md py-1 text-ink-muted hover:text-ink">
        Show as a table
      </summary>
      <div className="mt-1 max-h-96 overflow-auto">
        <table className="w-full max-w-150 text-left [&_:is(td,th)]:border-b [&_:is(td,th)]:border-line [&_:is(td,th)]:py-1 [&_:is(td,th)]:pr-4">
          <thead className="text-ink-faint [&_th]:font-normal">
            <tr>
              <th scope="col">{span === '24h' ? 'Hour (UTC)' : 'Day (UTC)'}</th>
              {of && <th scope="col">{of}</th>}
              <th scope="col" className="text-right!">
                Issued
              </th>
              <th scope="col" className="text-right!">
                Refused
              </th>
            </tr>
          </thead>
          <tbody>
            {rows
              .toSorted((one, other) => other.unit - one.unit)
              .map(({ key, name, unit, issued, refused }) => (
                <tr key={`${unit} ${key}`}>
                  <td>{fullUnitLabel(span, unit)}</td>
                  {of && <td className="wrap-anywhere">{name}</td>}
                  <td className="text-right">{formatNumber(issued)}</td>
                  <td className="text-right">{formatNumber(refused)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      <p className="mt-1 text-ink-faint">Every {unitInWords[span]} that is missing had no request.</p>
    </details>
  )
}
