/** What a column can hold, under the names it goes by: compared without case, spaces, `_` and `-`. */
const names = {
  client: ['client', 'clientname', 'application'],
  clientId: ['clientid'],
  api: ['api', 'apiname', 'resourceserver'],
  audience: ['audience', 'identifier', 'apiidentifier', 'resourceserveridentifier'],
  scopes: ['scope', 'scopes', 'permissions'],
  allScopes: ['allscopes', 'allowallscopes'],
  grantId: ['grantid', 'clientgrantid'],
}

export type ColumnName = keyof typeof names

/** Where each column stands, from 0. */
export type Columns = Partial<Record<ColumnName, number>>

/** How the fields stand where no header says so. */
export const withoutHeader: Columns = { client: 0, audience: 1, scopes: 2 }

/** The columns a record names, or nothing when it is no header: one names a client, another an API. */
export function readHeader(fields: string[]): Columns | undefined {
  const columns: Columns = {}
  fields.forEach((field, index) => {
    const said = field.toLowerCase().replaceAll(/[\s_-]/g, '')
    const column = (Object.keys(names) as ColumnName[]).find((name) => names[name].includes(said))
    if (column) columns[column] ??= index
  })
  const client = columns.client ?? columns.clientId
  const api = columns.audience ?? columns.api
  return client === undefined || api === undefined ? undefined : columns
}
