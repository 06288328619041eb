import 'server-only'
import type { Kysely } from 'kysely'
import { dashboardDatabase } from '../dashboard-database/database'
import { toApiRow } from './api-row.ts'
import { toClientRow } from './client-row.ts'
import { toGrantRow } from './grant-row.ts'
import { type Operation, operationOf } from './operation.ts'
import { putSettings, toSettingsRow } from './settings-row.ts'
import { liveGenerations, updateState, withState } from './state.ts'
import { putApis, putClients, putGrants, removeApis, removeClients, removeGrants } from './store.ts'
import type { MirrorState, MirrorTables } from './tables.ts'

/** A write that was begun and never heard of again, because its process died, counts as over after this. */
const longestWriteMs = 60_000

/**
 * Lets a call to the Management API through and keeps what a write came to, from the tenant's own answer: it is in
 * the mirror before the caller goes on. A mirror that can't be written loses nothing: the tenant's log tells it later.
 */
export async function keepOwnWrite(
  input: RequestInfo | URL,
  init: RequestInit | undefined,
  send: () => Promise<Response>,
): Promise<Response> {
  const operation = operationOf(init?.method ?? 'GET', String(input))
  if (!operation) return send()

  const id = crypto.randomUUID()
  const correlationId = new Headers(init?.headers).get('x-correlation-id') ?? id
  await ignoringFailure(begin(id, correlationId, objectOf(operation)))
  let response: Response | undefined
  try {
    response = await send()
    return response
  } finally {
    const answer = operation.answersObject ? await response?.clone().json() : undefined
    await ignoringFailure(finish(id, operation, response && { body: answer }))
  }
}

/**
 * Objects ("clients <id>") the dashboard has written since `mark`, the `own_writes` of the state when a read began,
 * or is writing: what that read brought may be older than what is known of them.
 */
export async function writtenSince(db: Kysely<MirrorTables>, mark: number): Promise<Set<string>> {
  const recently = new Date(Date.now() - longestWriteMs).toISOString()
  const rows = await db
    .selectFrom('mirror_own_writes')
    .select('object')
    .where(({ eb, or, and }) =>
      or([eb('mark', '>', mark), and([eb('is_done', '=', 0), eb('begun_at', '>', recently)])]),
    )
    .execute()
  return new Set(rows.map(({ object }) => object))
}

export const objectKeyOf = (kind: string, id: string) => `${kind} ${id}`

const objectOf = ({ kind, id }: Operation) => (id === undefined ? kind : objectKeyOf(kind, id))

async function begin(id: string, correlation_id: string, object: string) {
  await withState(await dashboardDatabase(), async (trx, state) => {
    const mark = await nextMark(trx, state)
    const begun_at = new Date().toISOString()
    await trx
      .insertInto('mirror_own_writes')
      .values({ id, correlation_id, object, begun_at, mark, is_done: 0 })
      .execute()
  })
}

async function finish(id: string, operation: Operation, done: { body: unknown } | undefined) {
  await withState(await dashboardDatabase(), async (trx, state) => {
    const mark = await nextMark(trx, state)
    const kept = done && (await keep(trx, liveGenerations(state), operation, done.body))
    await trx
      .updateTable('mirror_own_writes')
      .set({ mark, is_done: 1, ...(kept && { object: objectKeyOf(operation.kind, kept) }) })
      .where('id', '=', id)
      .execute()
  })
}

async function nextMark(trx: Kysely<MirrorTables>, { own_writes }: MirrorState) {
  await updateState(trx, { own_writes: own_writes + 1 })
  return own_writes + 1
}

/** The id of the object that was put; undefined where none was. */
async function keep(
  trx: Kysely<MirrorTables>,
  generations: number[],
  { kind, id, deletes, answersObject }: Operation,
  // What the tenant answers to a write of this kind; a bug in it is caught as a TypeError of the row.
  body: unknown,
): Promise<string | undefined> {
  if (deletes && id !== undefined) {
    if (kind === 'clients') await removeClients(trx, generations, [id])
    if (kind === 'apis') await removeApis(trx, generations, [id])
    if (kind === 'grants') await removeGrants(trx, generations, [id])
    return undefined
  }
  if (!answersObject || typeof body !== 'object' || body === null) return undefined
  if (kind === 'settings') {
    await putSettings(trx, toSettingsRow(body))
    return undefined
  }
  if (kind === 'clients') {
    const row = toClientRow(body)
    await putClients(trx, generations, [row])
    return row.id
  }
  if (kind === 'apis') {
    const row = toApiRow(body)
    await putApis(trx, generations, [row])
    return row.id
  }
  const row = toGrantRow(body)
  await putGrants(trx, generations, [row])
  return row.id
}

async function ignoringFailure(work: Promise<unknown>) {
  await work.catch(() => undefined)
}
