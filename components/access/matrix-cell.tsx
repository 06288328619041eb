import { Lock } from 'lucide-react'
import { cellState, gainAndLoss, holds } from '@/lib/access/cell'
import type { MatrixColumn } from '@/lib/access/columns'
import type { Access } from '@/lib/grants/grant'

type Props = {
  id: string
  row: number
  index: number
  style: { left: number; width: number }
  column: MatrixColumn
  clientName: string
  held: Access | null
  wanted: Access | null
  locked: string | undefined
  hasCursor: boolean
  selected: boolean
}

/** One client at one API or with one scope: what is held, or what the draft makes of it, with the difference. */
export function MatrixCell({ id, row, index, style, column, clientName, held, wanted, ...marks }: Props) {
  const { api, scope } = column
  const { gain, loss } = scope
    ? {
        gain: Number(holds(wanted, scope) && !holds(held, scope)),
        loss: Number(holds(held, scope) && !holds(wanted, scope)),
      }
    : gainAndLoss(held, wanted, api)
  const authorizes = !scope && Boolean(wanted) !== Boolean(held)
  const tone = gain > 0 || (authorizes && wanted) ? 'gain' : loss > 0 || authorizes ? 'lose' : undefined
  const { fill, granted, of } = scope
    ? { fill: holds(wanted, scope) ? ('all' as const) : ('none' as const), granted: 0, of: 0 }
    : cellState(wanted, api)
  const label = scope
    ? `${clientName}, ${scope} of ${api.name}: ${fill === 'all' ? 'granted' : 'not granted'}${tone ? ' in this draft' : ''}`
    : `${clientName}, ${api.name}: ${inWords(wanted, granted, of)}${tone ? `, ${inWords(held, cellState(held, api).granted, of)} before this draft` : ''}`

  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a cell of a grid is a gridcell, which can be selected
    <td
      id={id}
      aria-colindex={index + 2}
      aria-selected={marks.selected}
      aria-readonly={marks.locked ? true : undefined}
      title={marks.locked}
      data-row={row}
      data-column={index}
      data-cursor={marks.hasCursor ? '' : undefined}
      data-tone={tone}
      data-scope={scope ? '' : undefined}
      className="matrix-cell"
      style={style}
    >
      <span className="sr-only">{marks.locked ? `${label}. ${marks.locked}` : label}</span>
      <span aria-hidden="true" className={`cell ${fill}`} />
      {!scope && wanted && of > 0 && (
        <span aria-hidden="true" className="text-xs">
          {granted}
          <span className="text-ink-faint">/{of}</span>
        </span>
      )}
      {marks.locked && <Lock aria-hidden="true" className="size-3! text-ink-faint" />}
      {tone && (
        <span aria-hidden="true" className="matrix-drift">
          {scope ? (gain ? '+' : '−') : drift(gain, loss)}
        </span>
      )}
    </td>
  )
}

/** "+2", "−1", "+1 −1". */
const drift = (gain: number, loss: number) =>
  [gain > 0 && `+${gain}`, loss > 0 && `−${loss}`].filter(Boolean).join(' ')

function inWords(access: Access | null, granted: number, of: number) {
  if (!access) return 'not authorized'
  if (access.allScopes) return `all ${of} scopes, also later ones`
  return of === 0 ? 'authorized' : `${granted} of ${of} scopes`
}
