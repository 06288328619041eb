import type { Kysely } from 'kysely'
import type { Tables } from '../dashboard-database/tables.ts'
import { foldCallers } from './fold/callers.ts'
import { foldCounts } from './fold/counts.ts'
import { foldFailures } from './fold/failures.ts'
import { withKnownParties } from './fold/known.ts'
import { foldSecrets } from './fold/secrets.ts'
import { foldStrangers } from './fold/strangers.ts'
import { foldTokens } from './fold/tokens.ts'
import { type LogEntry, tokenEvent } from './token-event.ts'

/**
 * Adds what new entries of the tenant's log say about token requests, and about new secrets, to what was observed so
 * far; the entries themselves are not kept. `trx` has to be the transaction that moves the cursor of the log: then nothing is counted
 * twice and nothing is lost, wherever the process ends. How the entries were cut into batches makes no difference.
 */
export async function foldObservations(trx: Kysely<Tables>, entries: readonly LogEntry[]): Promise<void> {
  await foldSecrets(trx, entries)
  const events = entries.flatMap((entry) => tokenEvent(entry) ?? [])
  if (events.length === 0) return

  const known = await withKnownParties(trx, events)
  await foldTokens(trx, known)
  await foldCounts(trx, known)
  await foldCallers(trx, known)
  await foldFailures(trx, known)
  await foldStrangers(trx, known)
}
