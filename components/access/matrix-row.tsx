import type { VirtualItem } from '@tanstack/react-virtual'
import { memo } from 'react'
import { Link } from '@/components/ui/link'
import type { MatrixColumn } from '@/lib/access/columns'
import { type Draft, shownAccess } from '@/lib/access/draft'
import { cellKey, type Held, heldAt, type MatrixClient } from '@/lib/access/picture'
import { routes } from '@/lib/routes'
import { MatrixCell } from './matrix-cell'

type Props = {
  id: string
  row: number
  top: number
  client: MatrixClient
  held: Held
  draft: Draft
  locked: Record<string, string>
  columns: readonly MatrixColumn[]
  shown: readonly VirtualItem[]
  /** The column the cursor is in, if it is in this row. */
  cursor: number | undefined
  /** From and to column, if this row is selected. */
  selected: [number, number] | undefined
}

/** One client: its name, which stays in sight, and a cell for each column that is in sight. */
export const MatrixRow = memo(function MatrixRow({
  id,
  row,
  top,
  client,
  held,
  draft,
  locked,
  columns,
  shown,
  cursor,
  selected,
}: Props) {
  return (
    <tr
      aria-rowindex={row + 2}
      data-cross={cursor === undefined ? undefined : ''}
      className="matrix-row"
      style={{ top }}
    >
      <th
        id={`${id}${row}:-1`}
        scope="row"
        aria-colindex={1}
        data-row={row}
        data-column={-1}
        data-cursor={cursor === -1 ? '' : undefined}
        className="matrix-client"
      >
        <Link href={routes.clientApis(client.id)} tabIndex={-1} title={client.name}>
          {client.name}
        </Link>
      </th>
      {shown.map(({ index, key, start, size }) => {
        const column = columns[index]
        if (!column) return null
        const { identifier } = column.api
        return (
          <MatrixCell
            key={key}
            id={`${id}${row}:${index}`}
            row={row}
            index={index}
            style={{ left: start, width: size }}
            column={column}
            clientName={client.name}
            held={heldAt(held, client.id, identifier)}
            wanted={shownAccess(held, draft, client.id, identifier)}
            locked={locked[cellKey(client.id, identifier)]}
            hasCursor={cursor === index}
            selected={selected !== undefined && index >= selected[0] && index <= selected[1]}
          />
        )
      })}
    </tr>
  )
})
