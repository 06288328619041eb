import { type Kysely, sql } from 'kysely'
import { type Cipher, keyNameOf } from './cipher.ts'
import { cookieKeysId } from './cookie-keys.ts'
import { newKeyCheck, readKeyCheck, sealing } from './key-check.ts'
import type { Tables } from './tables.ts'

/** Every table with sealed values: their kind, and the column that names the row they belong to. */
const sealed = [
  ['clients', 'client', 'client_id'],
  ['client_credentials', 'client_credential', 'id'],
  ['resource_servers', 'resource_server', 'id'],
  ['client_grants', 'client_grant', 'id'],
  ['signing_keys', 'signing_key', 'kid'],
  ['users', 'user', 'user_id'],
  ['roles', 'role', 'id'],
] as const satisfies [keyof Tables, string, string][]

const batch = 200

type Row = { seq: number; name: string; secrets: string }

/** Makes the key that `cipher` seals with the one that every process seals with, as soon as this commits. */
export async function switchKey(trx: Kysely<Tables>, cipher: Cipher): Promise<void> {
  const { id, document } = newKeyCheck(cipher)
  await trx.updateTable('settings').set({ document }).where('id', '=', id).execute()
  const cookieKeys = await trx
    .selectFrom('settings')
    .select('document')
    .where('id', '=', cookieKeysId)
    .executeTakeFirst()
  if (!cookieKeys) return
  await trx
    .updateTable('settings')
    .set({ document: cipher.seal(cipher.open(cookieKeys.document, cookieKeysId), cookieKeysId) })
    .where('id', '=', cookieKeysId)
    .execute()
}

/** Seals anew, a few rows at a time, what was sealed with another key than the current one; resolves with how many. */
export async function reseal(db: Kysely<Tables>, cipher: Cipher): Promise<number> {
  let resealed = 0
  for (const [table, kind, named] of sealed) {
    for (let rows: Row[] = []; ; ) {
      const after = rows.at(-1)?.seq ?? -1
      rows = await sealing(db, cipher, async (trx) => {
        const found = await sql<Row>`
          select seq, ${sql.ref(named)} as name, secrets from ${sql.table(table)}
          where seq > ${after} and ${await sealedOtherwise(trx)}
          order by seq limit ${batch}`.execute(trx)
        for (const { seq, name, secrets } of found.rows) {
          const owner = `${kind}:${name}`
          const anew = cipher.seal(cipher.open(secrets, owner), owner)
          // A row that was changed since it was read has been sealed with the current key.
          await sql`update ${sql.table(table)} set secrets = ${anew}
            where seq = ${seq} and secrets = ${secrets}`.execute(trx)
        }
        return found.rows
      })
      resealed += rows.length
      if (rows.length < batch) break
    }
  }
  return resealed
}

/** Whether there is anything that only another key than the current one opens. */
export async function needsOtherKeys(trx: Kysely<Tables>): Promise<boolean> {
  const otherwise = await sealedOtherwise(trx)
  for (const [table] of sealed) {
    const { rows } = await sql`select 1 from ${sql.table(table)} where ${otherwise} limit 1`.execute(trx)
    if (rows.length) return true
  }
  return false
}

async function sealedOtherwise(trx: Kysely<Tables>) {
  const { document } = await readKeyCheck(trx).executeTakeFirstOrThrow()
  const current = `v2.${keyNameOf(document)}.`
  return sql`secrets is not null and substr(secrets, 1, ${sql.lit(current.length)}) <> ${current}`
}
