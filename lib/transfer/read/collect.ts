import type { Position, Problem, Reading } from '../document'
import { apiItem, clientItem, grantItem } from './items'
import type { Sections } from './sections'

/** The lists we take, under the names the Management API, auth0-deploy-cli and its folders give them. */
const kinds = {
  clients: 'clients',
  resource_servers: 'apis',
  resourceServers: 'apis',
  'resource-servers': 'apis',
  client_grants: 'grants',
  clientGrants: 'grants',
  grants: 'grants',
} as const

type ListName = keyof typeof kinds

/** An entry of one of the lists we take. */
export type Located = { list: ListName; value: unknown; at: Position }

export const isListName = (name: string): name is ListName => Object.hasOwn(kinds, name)

/** The entries that are about access, and whether there was a list for any. */
export function entriesOf({ lists }: Sections): Located[] {
  return [...lists].flatMap(([list, entries]) =>
    isListName(list) ? entries.map(({ value, line }) => ({ list, value, at: { line } })) : [],
  )
}

/** The document that the entries make. Those that can't be understood, or are there twice, are told. */
export function collect(entries: Located[], known: Problem[] = []): Reading {
  const problems = [...known]

  function take<Item>(
    kind: (typeof kinds)[ListName],
    read: (value: unknown, at: Position) => Item | string,
    keyOf: (item: Item) => string,
  ): Item[] {
    const seen = new Map<string, Position>()
    return entries.flatMap(({ list, value, at }) => {
      if (kinds[list] !== kind) return []
      const item = read(value, at)
      const first = typeof item === 'string' ? undefined : seen.get(keyOf(item))
      const message = typeof item === 'string' ? item : first && alreadyAt(first, at)
      if (message !== undefined) problems.push({ at, message })
      if (typeof item === 'string' || first) return []
      seen.set(keyOf(item), at)
      return [item]
    })
  }

  const document = {
    clients: take('clients', clientItem, ({ id, name }) => id ?? name),
    apis: take('apis', apiItem, ({ identifier }) => identifier),
    grants: take('grants', grantItem, ({ client, audience }) =>
      JSON.stringify([client.id ?? client.name, audience]),
    ),
  }
  return { document, problems: problems.toSorted(byPlace) }
}

const alreadyAt = (first: Position, at: Position) =>
  first.file === at.file ? `Line ${first.line} has it already.` : `${first.file} has it already.`

const byPlace = ({ at: one }: Problem, { at: other }: Problem) =>
  (one.file ?? '').localeCompare(other.file ?? '') || one.line - other.line
