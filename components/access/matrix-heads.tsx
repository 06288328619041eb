import type { VirtualItem } from '@tanstack/react-virtual'
import { Minus, Plus } from 'lucide-react'
import { type MatrixColumn, scopeLabels } from '@/lib/access/columns'
import type { MatrixApi } from '@/lib/access/picture'
import { counted } from '@/lib/counted'
import type { Place } from './matrix-state'

type Props = {
  id: string
  columns: readonly MatrixColumn[]
  shown: readonly VirtualItem[]
  cursor: Place
  open: ReadonlySet<string>
  onOpen: (apiId: string, open: boolean) => void
}

/** The head of each column: an API with its number of scopes, or the scopes of one that is open below its name. */
export function MatrixHeads({ id, columns, shown, cursor, open, onOpen }: Props) {
  return (
    <thead className="matrix-heads">
      <tr aria-rowindex={1}>
        <th scope="col" aria-colindex={1} className="matrix-corner">
          Client
        </th>
        {shown.map(({ index, key, start, size }) => {
          const column = columns[index]
          if (!column) return null
          const { api, scope } = column
          return (
            <th
              key={key}
              id={`${id}-1:${index}`}
              scope="col"
              aria-colindex={index + 2}
              data-row={-1}
              data-column={index}
              data-cursor={cursor.row === -1 && cursor.column === index ? '' : undefined}
              data-cross={cursor.column === index ? '' : undefined}
              className={scope === undefined ? 'matrix-head' : 'matrix-head matrix-scope'}
              style={{ left: start, width: size }}
              title={scope ?? `${api.name}: ${api.identifier}`}
            >
              {scope === undefined ? (
                <span className="matrix-name">
                  {api.name}
                  <span className="sr-only">{`, ${scopesInWords(api)}`}</span>
                </span>
              ) : (
                <span className="truncate font-mono text-xs text-ink-muted">
                  <span className="sr-only">{`${api.name} `}</span>
                  {scopeLabels(api.scopes).get(scope)}
                </span>
              )}
            </th>
          )
        })}
        {groups(shown, columns).map(({ api, start, size }) => (
          <ScopesSwitch
            key={api.id}
            api={api}
            open={open.has(api.id) && api.scopes.length > 0}
            style={{ left: start, width: size }}
            onOpen={onOpen}
          />
        ))}
      </tr>
    </thead>
  )
}

type SwitchProps = {
  api: MatrixApi
  open: boolean
  style: { left: number; width: number }
  onOpen: (apiId: string, open: boolean) => void
}

/** Below the name of an API what opens it to its scopes, or above its scopes the name, which closes it again. */
function ScopesSwitch({ api, open, style, onOpen }: SwitchProps) {
  const Icon = open ? Minus : Plus
  return (
    <td role="presentation" className="matrix-switch" data-open={open || undefined} style={style}>
      <button
        type="button"
        tabIndex={-1}
        title={api.identifier}
        disabled={api.scopes.length === 0}
        onClick={() => onOpen(api.id, !open)}
      >
        <span className="sr-only">{open ? 'Close ' : `Open ${api.name}, `}</span>
        {api.scopes.length > 0 && <Icon aria-hidden="true" />}
        <span className="truncate">{open ? api.name : scopesInWords(api)}</span>
      </button>
    </td>
  )
}

function scopesInWords({ scopes }: MatrixApi) {
  if (scopes.length === 0) return 'No scopes'
  return counted(scopes.length, 'scope')
}

/** Neighbouring columns of one API are one name; what is scrolled out of sight is not waited for. */
function groups(shown: readonly VirtualItem[], columns: readonly MatrixColumn[]) {
  const found: { api: MatrixApi; start: number; size: number }[] = []
  for (const { index, start, size } of shown) {
    const api = columns[index]?.api
    const last = found.at(-1)
    if (api && last?.api.id === api.id) last.size += size
    else if (api) found.push({ api, start, size })
  }
  return found
}
