import { stringify } from 'csv-stringify/sync'
import type { AccessDocument } from '../document'
import { guarded } from '../formula-guard'

const columns = ['client', 'client_id', 'api', 'audience', 'scopes', 'all_scopes', 'grant_id']

/** The grants of the document as CSV that `readCsv` and a spreadsheet read, in lines that end as RFC 4180 says. */
export function writeCsv({ apis, grants }: AccessDocument): string {
  const names = new Map(apis.map(({ identifier, name }) => [identifier, name]))
  const rows = grants.map(({ id, client, audience, access }) => [
    client.name,
    client.id,
    names.get(audience),
    audience,
    access.scope.join(' '),
    access.allScopes ? 'yes' : '',
    id,
  ])
  return stringify([columns, ...rows], { record_delimiter: 'windows', cast: { string: guarded } })
}
