import { expressionBuilder, type Kysely } from 'kysely'
import { forUpdate } from '../../database/for-update.ts'
import { inTransaction } from '../../database/transaction.ts'
import type { Artifact, ArtifactStore } from './storage.ts'
import type { Tables } from './tables.ts'

const sweepEverySeconds = 300

export function artifactStore(db: Kysely<Tables>): ArtifactStore {
  let lastSweep = 0

  const find: ArtifactStore['find'] = async (model, by) => {
    const row = await db
      .selectFrom('artifacts')
      .selectAll()
      .where('model', '=', model)
      .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', now())]))
      .where(named(by))
      .executeTakeFirst()
    return row && toArtifact(row)
  }

  return {
    async upsert(artifact) {
      const { model, id, ...columns } = toRow(artifact)
      await db
        .insertInto('artifacts')
        .values({ model, id, ...columns })
        .onConflict((conflict) => conflict.columns(['model', 'id']).doUpdateSet(columns))
        .execute()

      if (now() < lastSweep + sweepEverySeconds) return
      lastSweep = now()
      await db.deleteFrom('artifacts').where('expires_at', '<=', lastSweep).execute()
    },
    find,
    consume: (model, id) =>
      inTransaction(db, async (trx) => {
        const rows = trx.selectFrom('artifacts').where('model', '=', model).where('id', '=', id)
        const row = await forUpdate(trx, rows.select('payload')).executeTakeFirst()
        if (!row) return
        const payload = JSON.stringify({ ...JSON.parse(row.payload), consumed: now() })
        await trx
          .updateTable('artifacts')
          .set({ payload })
          .where('model', '=', model)
          .where('id', '=', id)
          .execute()
      }),
    async destroy(model, id) {
      await db.deleteFrom('artifacts').where('model', '=', model).where('id', '=', id).execute()
    },
    async revokeByGrantId(grantId) {
      await db.deleteFrom('artifacts').where('grant_id', '=', grantId).execute()
    },
    async revokeByAccountId(userId) {
      await db.deleteFrom('artifacts').where('account_id', '=', userId).execute()
    },
  }
}

const now = () => Math.floor(Date.now() / 1000)

function named(by: Parameters<ArtifactStore['find']>[1]) {
  const where = expressionBuilder<Tables, 'artifacts'>()
  if ('id' in by) return where('id', '=', by.id)
  if ('uid' in by) return where('uid', '=', by.uid)
  return where('user_code', '=', by.userCode)
}

const toRow = ({ model, id, payload, ...artifact }: Artifact): Tables['artifacts'] => ({
  model,
  id,
  payload: JSON.stringify(payload),
  expires_at: artifact.expiresAt ?? null,
  uid: artifact.uid ?? null,
  user_code: artifact.userCode ?? null,
  grant_id: artifact.grantId ?? null,
  account_id: artifact.accountId ?? null,
})

const toArtifact = (row: Tables['artifacts']): Artifact => ({
  model: row.model,
  id: row.id,
  payload: JSON.parse(row.payload),
  expiresAt: row.expires_at ?? undefined,
  uid: row.uid ?? undefined,
  userCode: row.user_code ?? undefined,
  grantId: row.grant_id ?? undefined,
  accountId: row.account_id ?? undefined,
})
