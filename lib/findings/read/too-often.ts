import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../dashboard-database/tables.ts'
import { hourOf } from '../../observations/span.ts'
import type { Finding, Findings } from '../finding.ts'
import { daysBefore, type Look, notSnoozed, shownOfAKind } from './scope.ts'

/** Deployments and restarts ask anew; ten times what would do is a client that keeps no token. */
const tolerated = 10
const leastTokens = 50
const day = 86_400

/**
 * Clients that asked for far more tokens within a day than they need. Each caller needs one token for as long as it
 * lives, and at least one a day.
 */
export async function tooOften(db: Kysely<Tables>, { now, except }: Look): Promise<Findings> {
  const callers = sql<number>`(select count(*) from observed_callers as caller
    where caller.client_id = hours.client_id and caller.last_issued_at >= ${daysBefore(now, 1)})`
  const object = sql<string>`hours.client_id || ' ' || hours.audience`
  const rows = await db
    .selectFrom('observed_hours as hours')
    .innerJoin('clients', 'clients.id', 'hours.client_id')
    .innerJoin('apis', 'apis.identifier', 'hours.audience')
    .select(({ fn }) => [
      object.as('object'),
      'clients.id as client_id',
      'clients.name as client_name',
      'apis.id as api_id',
      'apis.name as api_name',
      'apis.token_lifetime',
      callers.as('callers'),
      fn.sum<number>('hours.issued').as('issued'),
    ])
    .where('hours.hour', '>', hourOf(now) - 24)
    .where('clients.id', 'not in', ['', ...except])
    .where('apis.token_lifetime', '>', 0)
    .where(notSnoozed('too_often', object, now))
    .groupBy([
      'hours.client_id',
      'hours.audience',
      'clients.id',
      'clients.name',
      'apis.id',
      'apis.name',
      'apis.token_lifetime',
    ])
    .having(({ fn }) => fn.sum('hours.issued'), '>=', leastTokens)
    .orderBy(({ fn }) => fn.sum('hours.issued'), 'desc')
    .execute()
  const findings = rows.flatMap((row): Finding[] => {
    const many = Math.max(1, Number(row.callers))
    const needed = many * Math.ceil(day / Math.min(day, row.token_lifetime))
    const issued = Number(row.issued)
    if (issued <= needed * tolerated) return []
    return [
      {
        kind: 'too_often',
        object: row.object,
        client: { id: row.client_id, name: row.client_name },
        api: { id: row.api_id, name: row.api_name },
        issued,
        needed,
        callers: many,
      },
    ]
  })
  return { kind: 'too_often', total: findings.length, findings: findings.slice(0, shownOfAKind) }
}
