import { Button } from '@/components/ui/button'
import { shownAccess } from '@/lib/access/draft'
import { type Held, heldAt } from '@/lib/access/picture'
import { formatNumber } from '@/lib/number-text'
import { GraphLinks } from './graph-links'
import { LastTokenAt } from './last-token-at'
import { ScopeList } from './scope-list'
import type { Matrix } from './use-matrix'

type Props = { matrix: Matrix; held: Held }

/**
 * The cell with the cursor in words, or how many are selected and what can be done to them; what the last command did
 * is read out here.
 */
export function Readout({ matrix, held }: Props) {
  const { grid, cursor, span, state, fill } = matrix
  const rows = span.rows[1] - span.rows[0] + 1
  const columns = span.columns[1] - span.columns[0] + 1
  const [client, column] = [grid.clients[cursor.row], grid.columns[cursor.column]]
  const isOne = rows * columns === 1 && client && column
  return (
    <div className="grid min-h-17 content-start gap-y-1 py-2.5">
      <div className="flex min-h-7 flex-wrap items-center gap-x-5 gap-y-1">
        {isOne ? (
          <b className="font-medium">
            {client.name} on {column.api.name}
          </b>
        ) : (
          <>
            <b className="font-medium">
              {formatNumber(rows * columns)} cells selected: {formatNumber(rows)} by {columns}
            </b>
            <span className="flex gap-2">
              <Button small onClick={() => fill(span, true)}>
                Grant all
              </Button>
              <Button small onClick={() => fill(span, false)}>
                Take all away
              </Button>
            </span>
          </>
        )}
        <p role="status" className="text-ink-muted">
          {state.said}
        </p>
        {isOne && (
          <span className="ml-auto flex flex-wrap gap-x-4 text-ink-muted">
            <LastTokenAt clientId={client.id} audience={column.api.identifier} />
            <GraphLinks client={client} column={column} />
          </span>
        )}
      </div>
      {isOne && (
        <ScopeList
          held={heldAt(held, client.id, column.api.identifier)}
          wanted={shownAccess(held, state.draft, client.id, column.api.identifier)}
          scopes={column.api.scopes}
        />
      )}
    </div>
  )
}
