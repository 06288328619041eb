import type { Kysely } from 'kysely'
import type { Tables } from '../../dashboard-database/tables.ts'
import { mirrorReading } from '../../mirror/state.ts'
import { type FindingKind, type Findings, findingKinds } from '../finding.ts'
import { lookAround } from './look.ts'
import type { Look } from './scope.ts'

/** A failure is news. */
const news: FindingKind[] = ['failing', 'too_often']
/** These take weeks to come about, and a large tenant's a tenth of a second to look up. */
const slow = findingKinds.filter((kind) => !news.includes(kind))
const keptFor = 60_000

type Kept = { of: string; at: number; found: Findings[] }
const kept = new WeakMap<Kysely<Tables>, Kept>()

/**
 * What is worth a look, in the order it is shown. The last answer about what comes about slowly is kept for a minute,
 * unless the mirror, a secret or what was put aside has changed since.
 */
export async function findingsNow(db: Kysely<Tables>, look: Look): Promise<Findings[]> {
  const found = (await Promise.all([lookAround(db, look, news), slowFindings(db, look)])).flat()
  return findingKinds.flatMap((kind) => found.filter((group) => group.kind === kind))
}

async function slowFindings(db: Kysely<Tables>, look: Look): Promise<Findings[]> {
  const last = kept.get(db)
  const now = { of: await stateOf(db, look), at: look.now.getTime() }
  if (last?.of === now.of && now.at - last.at < keptFor) return last.found

  const found = await lookAround(db, look, slow)
  kept.set(db, { ...now, found })
  return found
}

async function stateOf(db: Kysely<Tables>, { since }: Look): Promise<string> {
  const [reading, secrets, snoozes] = await Promise.all([
    mirrorReading(db),
    db
      .selectFrom('observed_secrets')
      .select(({ fn }) => fn.max('set_at').as('at'))
      .executeTakeFirst(),
    db
      .selectFrom('snoozes')
      .select(({ fn }) => [fn.countAll().as('count'), fn.max('at').as('at')])
      .executeTakeFirst(),
  ])
  return JSON.stringify([reading, since, secrets, snoozes])
}
