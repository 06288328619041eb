import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../dashboard-database/tables.ts'
import { type Finding, type Findings, oldSecretDays } from '../finding.ts'
import { daysBefore, type Look, notSnoozed, shownOfAKind, totalRows } from './scope.ts'

/**
 * Clients whose secret was set more than 180 days ago. Of one that was set before the log was read it is known only
 * that it is older than that.
 */
export async function oldSecrets(db: Kysely<Tables>, { now, since, except }: Look): Promise<Findings> {
  const before = daysBefore(now, oldSecretDays)
  const rows = await db
    .selectFrom('clients')
    .leftJoin('observed_secrets as secret', 'secret.client_id', 'clients.id')
    .select(['clients.id', 'clients.name', 'secret.set_at', totalRows.as('total')])
    .where('clients.is_machine', '=', 1)
    .where('clients.auth_method', 'like', 'client_secret_%')
    .where('clients.id', 'not in', ['', ...except])
    .where(sql<boolean>`coalesce(secret.set_at, ${since ?? now.toISOString()}) < ${before}`)
    .where(notSnoozed('old_secret', sql<string>`clients.id`, now))
    .orderBy('secret.set_at')
    .orderBy('clients.sort_name')
    .limit(shownOfAKind)
    .execute()
  const findings = rows.map(
    ({ id, name, set_at }): Finding => ({
      kind: 'old_secret',
      object: id,
      client: { id, name },
      setAt: set_at,
    }),
  )
  return { kind: 'old_secret', total: rows[0]?.total ?? 0, findings }
}
