import type { Kysely } from 'kysely'
import { keepLogEntries } from '../changes/keep-log-entries.ts'
import type { Tables } from '../dashboard-database/tables.ts'
import { foldObservations } from '../observations/fold.ts'
import type { LogEntry } from './log-entry.ts'

/**
 * Takes entries of the tenant's log that were not handed over before, in the transaction that remembers that they
 * were: nothing is handed over twice or left out, whatever process dies when. Late entries come late.
 */
type LogConsumer = (trx: Kysely<Tables>, entries: LogEntry[]) => Promise<void>

export const logConsumers: readonly LogConsumer[] = [foldObservations, keepLogEntries]
