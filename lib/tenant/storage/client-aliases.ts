import type { Kysely } from 'kysely'
import { insertUnique } from './insert-unique.ts'
import type { StoredClient } from './storage.ts'
import type { Tables } from './tables.ts'

/** Takes the aliases of a new or changed client. Rejects with DuplicateError when another client has one of them. */
export async function takeAliases(
  trx: Kysely<Tables>,
  { client_id, client_aliases = [] }: StoredClient,
  before: string[] = [],
): Promise<void> {
  const wanted = new Set(client_aliases)
  const dropped = before.filter((alias) => !wanted.has(alias))
  const taken = [...wanted].filter((alias) => !before.includes(alias))
  if (dropped.length) {
    await trx
      .deleteFrom('client_aliases')
      .where('client_id', '=', client_id)
      .where('alias', 'in', dropped)
      .execute()
  }
  if (!taken.length) return
  const rows = taken.map((alias) => ({ alias, client_id }))
  await insertUnique(trx.insertInto('client_aliases').values(rows), 'client with this alias')
}
