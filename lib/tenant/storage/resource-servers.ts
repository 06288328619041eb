import { expressionBuilder, type Kysely } from 'kysely'
import { forUpdate } from '../../database/for-update.ts'
import type { Cipher } from './cipher.ts'
import { documents } from './documents.ts'
import { insertUnique } from './insert-unique.ts'
import { sealing } from './key-check.ts'
import type { ResourceServerStore, StoredResourceServer } from './storage.ts'
import type { Tables } from './tables.ts'
import { readWindow } from './window.ts'

export function resourceServerStore(db: Kysely<Tables>, cipher: Cipher): ResourceServerStore {
  const json = documents<StoredResourceServer>(cipher, 'resource_server', 'id', ['signing_secret'])
  const rows = (on: Kysely<Tables>, idOrIdentifier: string) =>
    on.selectFrom('resource_servers').select(['document', 'secrets']).where(named(idOrIdentifier))

  return {
    insert: (api) =>
      sealing(db, cipher, (trx) =>
        insertUnique(
          trx
            .insertInto('resource_servers')
            .values({ id: api.id, identifier: api.identifier, ...json.write(api) }),
          `resource server ${api.identifier}`,
        ),
      ),
    async find(idOrIdentifier) {
      const row = await rows(db, idOrIdentifier).executeTakeFirst()
      return row && json.read(row)
    },
    list({ identifiers }, window) {
      const where = expressionBuilder<Tables, 'resource_servers'>()
      const filter = where.and(identifiers ? [where('identifier', 'in', identifiers)] : [])
      return readWindow(db, 'resource_servers', filter, window, json)
    },
    update: (idOrIdentifier, change) =>
      sealing(db, cipher, async (trx) => {
        const row = await forUpdate(trx, rows(trx, idOrIdentifier)).executeTakeFirst()
        if (!row) return undefined
        const current = json.read(row)
        const changed = change(current)
        await trx
          .updateTable('resource_servers')
          .set(json.write(changed))
          .where('id', '=', current.id)
          .execute()
        return changed
      }),
    async anySignedWith(algorithms) {
      // Quotes inside a text are escaped, so this is never part of one.
      const patterns = algorithms.map((algorithm) => `%"signing_alg":"${algorithm}"%`)
      const row = await db
        .selectFrom('resource_servers')
        .select('id')
        .where((where) => where.or(patterns.map((pattern) => where('document', 'like', pattern))))
        .limit(1)
        .executeTakeFirst()
      return row !== undefined
    },
    async delete(idOrIdentifier) {
      const result = await db.deleteFrom('resource_servers').where(named(idOrIdentifier)).executeTakeFirst()
      return result.numDeletedRows > 0n
    },
  }
}

function named(idOrIdentifier: string) {
  const where = expressionBuilder<Tables, 'resource_servers'>()
  return where.or([where('id', '=', idOrIdentifier), where('identifier', '=', idOrIdentifier)])
}
