import type { Kysely } from 'kysely'
import type { Tables } from '../../dashboard-database/tables.ts'
import type { Snoozed } from '../finding.ts'

const shownSnoozes = 50

/** What was put aside and has not come back yet; what comes back first stands first. */
export const snoozedFindings = (db: Kysely<Tables>, now: Date): Promise<Snoozed[]> =>
  db
    .selectFrom('snoozes')
    .select(['kind', 'object', 'subject', 'reason', 'author', 'until'])
    .where('until', '>', now.toISOString())
    .orderBy('until')
    .limit(shownSnoozes)
    .execute()
