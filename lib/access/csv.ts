import { stringify } from 'csv-stringify/sync'
import { guarded } from '../transfer/formula-guard'
import type { Draft } from './draft'
import { apisShown, type MatrixFilter, rowMatcher } from './filter'
import { type AccessPicture, type Held, heldAt } from './picture'

/**
 * The matrix for a spreadsheet: a line for each client that the filter shows, a column for each API, in a cell the
 * scopes that are granted: "none" for a grant without any, "all" for one that carries every scope, also later ones.
 */
export function matrixCsv(picture: AccessPicture, held: Held, draft: Draft, filter: MatrixFilter): string {
  const apis = apisShown(picture.apis, filter)
  const isShown = rowMatcher(picture.apis, held, draft, filter)
  const rows = picture.clients.filter(isShown).map((client) => [
    client.name,
    client.id,
    ...apis.map(({ identifier }) => {
      const access = heldAt(held, client.id, identifier)
      if (!access) return ''
      return access.allScopes ? 'all' : access.scope.join(' ') || 'none'
    }),
  ])
  const heads = ['client', 'client_id', ...apis.map(({ identifier }) => identifier)]
  return stringify([heads, ...rows], { record_delimiter: 'windows', cast: { string: guarded } })
}
