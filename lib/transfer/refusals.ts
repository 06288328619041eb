import 'server-only'
import { dashboardDatabase } from '../dashboard-database/database'
import type { Verdict } from './compare/comparison'
import type { Position } from './document'

/** Something of an import that could not be taken, and why. */
export type KeptRefusal = { at: Position; subject: string; says: string }

/** Keeps what could not be taken beside the set that was made of the rest, so that its plan can tell. */
export async function keepRefusals(setId: string, verdicts: Verdict[]): Promise<void> {
  const refused = verdicts.filter(({ outcome }) => outcome === 'refused')
  if (refused.length === 0) return
  const rows = refused.map(({ at, subject, says }) => ({
    ...{ set_id: setId, file: at.file ?? '', line: at.line, subject, says },
  }))
  const db = await dashboardDatabase()
  await db.insertInto('import_refusals').values(rows).execute()
}

/** What was left out when the set was imported, by place; of very many the first. */
export async function readRefusals(setId: string): Promise<KeptRefusal[]> {
  const db = await dashboardDatabase()
  const rows = await db
    .selectFrom('import_refusals')
    .selectAll()
    .where('set_id', '=', setId)
    .orderBy('id')
    .execute()
  return rows.map(({ file, line, subject, says }) => ({ at: { ...(file && { file }), line }, subject, says }))
}
