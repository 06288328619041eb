import { Cell } from '@/components/ui/cell'
import { Link } from '@/components/ui/link'
import { holds } from '@/lib/access/cell'
import { type Draft, shownAccess } from '@/lib/access/draft'
import { type Held, heldAt } from '@/lib/access/picture'
import { routes } from '@/lib/routes'
import type { Place } from './matrix-state'
import type { Grid, Span } from './selection'

const shownScopes = 12

type Props = { grid: Grid; cursor: Place; span: Span; held: Held; draft: Draft; said: string }

/** The cell with the cursor in words, or how many are selected; what the last command did is read out here. */
export function Readout({ grid, cursor, span, held, draft, said }: Props) {
  const rows = span.rows[1] - span.rows[0] + 1
  const columns = span.columns[1] - span.columns[0] + 1
  const client = grid.clients[cursor.row]
  const { api, scope } = grid.columns[cursor.column] ?? {}
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-5 gap-y-1 py-2">
      {rows * columns > 1 && (
        <b className="font-medium">
          {(rows * columns).toLocaleString('en')} cells selected: {rows} by {columns}
        </b>
      )}
      {rows * columns <= 1 && client && api && (
        <>
          <b className="font-medium">
            {client.name} on {api.name}
          </b>
          <Scopes
            held={heldAt(held, client.id, api.identifier)}
            wanted={shownAccess(held, draft, client.id, api.identifier)}
            scopes={api.scopes}
          />
          <span className="ml-auto text-ink-faint">
            Picture of <Link href={routes.accessGraph({ client: client.id })}>{client.name}</Link>,{' '}
            <Link href={routes.accessGraph({ api: api.id })}>{api.name}</Link>
            {scope && (
              <>
                , <Link href={routes.accessGraph({ scope })}>{scope}</Link>
              </>
            )}
          </span>
        </>
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  )
}

type ScopesProps = {
  held: ReturnType<typeof heldAt>
  wanted: ReturnType<typeof heldAt>
  scopes: readonly string[]
}

function Scopes({ held, wanted, scopes }: ScopesProps) {
  if (!held && !wanted) return <span className="text-ink-faint">Not authorized</span>
  const gone = (wanted?.scope ?? []).filter((scope) => !scopes.includes(scope))
  const told = [...scopes, ...gone].toSorted(
    (one, other) => Number(matters(other, held, wanted)) - Number(matters(one, held, wanted)),
  )
  const left = told.length - shownScopes
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {told.slice(0, shownScopes).map((scope) => {
        const [had, has] = [holds(held, scope), holds(wanted, scope)]
        const tone = has === had ? (has ? '' : 'text-ink-faint') : has ? 'text-success' : 'text-danger'
        return (
          <li key={scope} className={`flex items-center gap-1.5 ${tone}`}>
            <Cell state={has ? 'all' : 'none'} />
            <span className="sr-only">{has ? 'Granted' : 'Not granted'}</span>
            <code className="wrap-anywhere">{scope}</code>
            {has !== had && <span>{has ? 'in this draft' : 'taken away in this draft'}</span>}
            {gone.includes(scope) && <span className="text-warning">no longer defined</span>}
          </li>
        )
      })}
      {left > 0 && <li className="text-ink-faint">and {left} more</li>}
    </ul>
  )
}

const matters = (scope: string, ...accesses: ReturnType<typeof heldAt>[]) =>
  accesses.some((access) => holds(access, scope))
