import 'server-only'
import type { Kysely } from 'kysely'
import type { Tables } from '../dashboard-database/tables.ts'
import { AppError } from '../errors'
import { listSize, readEntry, readLog, readNewestEntry, readOldestEntries } from './calls'
import { logConsumers } from './consumers.ts'
import { beginSynchronization } from './due.ts'
import { keepReread } from './keep-reread'
import { inOrder, type LogEntry } from './log-entry.ts'
import { reread } from './reread'
import { updateState, withState } from './state.ts'
import type { MirrorState } from './tables.ts'
import { touchedBy } from './touched.ts'
import { nextWindow } from './window.ts'

/** What the follower knows of the log from its looks before. */
export type LookMemory = {
  /** Whether nothing new has come for so long that nothing can come late any more. */
  settled: boolean
  /** Why the log may be another one than at the last look, or cut off: nobody looked, or it has been silent for long. */
  doubt: 'away' | 'silent' | null
}

export type Looked = { fresh: number; hasMore: boolean }

/**
 * Reads what the tenant's log says since the last look, reads the objects it names again, and keeps both, with what
 * the consumers make of the entries, in one transaction that moves the cursor.
 */
export async function look(
  db: Kysely<Tables>,
  state: MirrorState,
  memory: LookMemory,
  signal: AbortSignal,
): Promise<Looked> {
  const asOf = new Date().toISOString()
  const answer = await readOn(db, state, memory, signal)
  if ('broken' in answer) return startOver(db, state, answer.broken, signal)

  const { entries, fresh, isWhole } = answer
  const touched = touchedBy(fresh)
  const now = await reread(db, touched, signal)
  const window = entries.length > 0 ? nextWindow(entries, memory.settled && fresh.length === 0) : undefined
  await withState(db, async (trx, current) => {
    // Another process has taken over and was faster: what it kept is newer.
    if (current.log_cursor !== state.log_cursor || current.looks !== state.looks) return
    await keepReread(trx, { before: state, current }, now, fresh)
    if (touched.unknown) await beginSynchronization(trx, current, `The log told of ${touched.unknown}.`)
    if (touched.removed.apis.size > 0 && current.building_step === 'apis')
      await updateState(trx, { checkpoint: null })
    for (const consume of logConsumers) await consume(trx, fresh)
    if (window) await moveCursor(trx, window)
    await updateState(trx, {
      looks: current.looks + 1,
      log_unusable: null,
      unreachable_since: null,
      unreachable_because: null,
      ...(isWhole && current.building !== current.generation && { as_of: asOf }),
    })
  })
  return { fresh: fresh.length, hasMore: !isWhole }
}

const lostPlace = 'The tenant’s log no longer holds what was read last.'
const replaced = 'The tenant’s log is another one: it was restored or replaced.'

/** `isWhole` when nothing comes after them. */
type Entries = { entries: LogEntry[]; isWhole: boolean }
type Answer = (Entries & { fresh: LogEntry[] }) | { broken: string }

async function readOn(
  db: Kysely<Tables>,
  state: MirrorState,
  { doubt }: LookMemory,
  signal: AbortSignal,
): Promise<Answer> {
  const { log_cursor: cursor } = state
  const seen = await seenAfterCursor(db)
  const isFresh = ({ log_id }: LogEntry) => !seen.has(log_id)
  if (cursor === null) {
    const entries = inOrder(await readOldestEntries(signal))
    return { entries, fresh: entries.filter(isFresh), isWhole: entries.length < listSize }
  }
  if (doubt) {
    const entry = await readEntry(cursor, signal)
    // It went as all entries go after a while, and nothing came since.
    if (!entry && doubt === 'silent' && !(await readNewestEntry(signal)))
      return { entries: [], fresh: [], isWhole: true }
    if (!isLast(state, entry)) return { broken: entry ? replaced : lostPlace }
  }
  const { entries, isWhole } = await readFrom(cursor, isFresh, signal)
  const held = new Map(entries.map(({ log_id, date }) => [log_id, date]))
  const lost = [...seen].filter(([id, date]) => held.get(id) !== date)
  // Behind what was not read yet there may be the rest of them.
  if (lost.length > 0 && (isWhole || lost.length === seen.size))
    return { broken: lost.some(([id]) => held.has(id)) ? replaced : lostPlace }
  // What comes after a silence comes from the same log only if that still holds what came before.
  if (entries.length > 0 && seen.size === 0 && !doubt) {
    const entry = await readEntry(cursor, signal)
    if (!isLast(state, entry)) return { broken: entry ? replaced : lostPlace }
  }
  return { entries, fresh: entries.filter(isFresh), isWhole }
}

/** Enough of the log at a time, so that what is read again is never more than what is new. */
const mostFresh = 500

/** What comes after this entry, until enough of it is new. */
async function readFrom(
  cursor: string,
  isFresh: (entry: LogEntry) => boolean,
  signal: AbortSignal,
): Promise<Entries> {
  let entries: LogEntry[] = []
  for (let from: string | undefined = cursor; from; ) {
    const part = inOrder(await readLog(from, signal))
    entries = inOrder([...entries, ...part])
    if (part.length < listSize) return { entries, isWhole: true }
    if (entries.filter(isFresh).length >= mostFresh) return { entries, isWhole: false }
    from = part.at(-1)?.log_id
  }
  return { entries, isWhole: true }
}

const isLast = ({ log_cursor_date }: MirrorState, entry: LogEntry | undefined) =>
  entry !== undefined && entry.date === log_cursor_date

async function seenAfterCursor(db: Kysely<Tables>) {
  const rows = await db.selectFrom('mirror_log_seen').select(['log_id', 'date']).execute()
  return new Map(rows.map(({ log_id, date }) => [log_id, date]))
}

async function moveCursor(trx: Kysely<Tables>, { cursor, seen }: { cursor?: LogEntry; seen: LogEntry[] }) {
  await trx.deleteFrom('mirror_log_seen').execute()
  if (seen.length > 0) {
    const rows = seen.map(({ log_id, date }) => ({ log_id, date }))
    await trx.insertInto('mirror_log_seen').values(rows).execute()
  }
  if (cursor) await updateState(trx, { log_cursor: cursor.log_id, log_cursor_date: cursor.date })
}

/** The log goes on from its latest entry, and what happened until then is told by a full synchronization. */
async function startOver(
  db: Kysely<Tables>,
  state: MirrorState,
  gap: string,
  signal: AbortSignal,
): Promise<Looked> {
  const newest = await readNewestEntry(signal)
  await withState(db, async (trx, current) => {
    if (current.log_cursor !== state.log_cursor) return
    await beginLog(trx, newest, gap)
    await beginSynchronization(trx, current, gap)
  })
  return { fresh: 0, hasMore: false }
}

/** From here on every entry is read; `gap` says why those before it are missing, unless it is the first time. */
export async function beginLog(trx: Kysely<Tables>, newest: LogEntry | undefined, gap: string | null) {
  await trx.deleteFrom('mirror_log_seen').execute()
  await updateState(trx, {
    log_cursor: newest?.log_id ?? null,
    log_cursor_date: newest?.date ?? null,
    log_complete_since: new Date().toISOString(),
    log_gap: gap,
    log_unusable: null,
  })
}

/** Whether the error means that the log can't be read at all, which a full synchronization makes up for. */
export const isLogRefused = (error: unknown) =>
  error instanceof AppError && (error.code === 'forbidden' || error.code === 'not_found')
