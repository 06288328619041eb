import { expressionBuilder, type Kysely } from 'kysely'
import { forUpdate } from '../../database/for-update.ts'
import { inTransaction } from '../../database/transaction.ts'
import type { Cipher } from './cipher.ts'
import { documents } from './documents.ts'
import { insertUnique } from './insert-unique.ts'
import type { ClientGrantFilter, ClientGrantStore, StoredClientGrant } from './storage.ts'
import type { Tables } from './tables.ts'
import { readWindow } from './window.ts'

export function clientGrantStore(db: Kysely<Tables>, cipher: Cipher): ClientGrantStore {
  const json = documents<StoredClientGrant>(cipher, 'client_grant', 'id', [])
  const columns = (grant: StoredClientGrant) => ({
    ...json.write(grant),
    allow_any_organization: Number(grant.allow_any_organization ?? false),
  })
  const rows = (on: Kysely<Tables>) => on.selectFrom('client_grants').select(['document', 'secrets'])

  return {
    insert: (grant) =>
      insertUnique(
        db.insertInto('client_grants').values({
          id: grant.id,
          client_id: grant.client_id ?? null,
          audience: grant.audience,
          subject_type: grant.subject_type,
          default_for: grant.default_for ?? null,
          ...columns(grant),
        }),
        `client grant for ${grant.audience}`,
      ),
    async find(id) {
      const row = await rows(db).where('id', '=', id).executeTakeFirst()
      return row && json.read(row)
    },
    async findFor(clientId, audience) {
      const row = await rows(db)
        .where('client_id', '=', clientId)
        .where('audience', '=', audience)
        .where('subject_type', '=', 'client')
        .executeTakeFirst()
      return row && json.read(row)
    },
    list: (filter, window) => readWindow(db, 'client_grants', matching(filter), window, json),
    update: (id, change) =>
      inTransaction(db, async (trx) => {
        const row = await forUpdate(trx, rows(trx).where('id', '=', id)).executeTakeFirst()
        if (!row) return undefined
        const changed = await change(json.read(row))
        await trx.updateTable('client_grants').set(columns(changed)).where('id', '=', id).execute()
        return changed
      }),
    async delete(id) {
      const result = await db.deleteFrom('client_grants').where('id', '=', id).executeTakeFirst()
      return result.numDeletedRows > 0n
    },
  }
}

function matching(filter: ClientGrantFilter) {
  const where = expressionBuilder<Tables, 'client_grants'>()
  const { clientId, audience, subjectType, defaultFor, allowAnyOrganization } = filter
  return where.and([
    ...(clientId === undefined ? [] : [where('client_id', '=', clientId)]),
    ...(audience === undefined ? [] : [where('audience', '=', audience)]),
    ...(subjectType === undefined ? [] : [where('subject_type', '=', subjectType)]),
    ...(defaultFor === undefined ? [] : [where('default_for', '=', defaultFor)]),
    ...(allowAnyOrganization === undefined
      ? []
      : [where('allow_any_organization', '=', Number(allowAnyOrganization))]),
  ])
}
