import 'server-only'
import type { Management } from 'auth0'
import { AppError } from '../errors'
import { type ApiRow, toApiRow } from './api-row.ts'
import { ask } from './ask'
import { type ClientRow, mirroredClientFields, toClientRow } from './client-row.ts'
import { type GrantRow, toGrantRow } from './grant-row.ts'
import type { LogEntry } from './log-entry.ts'
import { type SettingsRow, toSettingsRow } from './settings-row.ts'

/*
 * What the mirror asks the tenant, a call each. The SDK knows clients and logs by page only, so their checkpoints go
 * as parameters of their own; they win over its pages.
 */

export const listSize = 100

/** A part of a list, and from where on the next one is; no `next` after the last. */
export type Part<Row> = { rows: Row[]; next: string | null; total?: number }

const named = { fields: mirroredClientFields, include_fields: true }

export async function listClients(from: string | null, signal: AbortSignal): Promise<Part<ClientRow>> {
  const { response } = await ask(
    (api) => api.clients.list({ ...named, is_global: false }, { queryParams: checkpoint(from) }),
    signal,
  )
  return { rows: (response.clients ?? []).map(toClientRow), next: nextOf(response) }
}

export async function listApis(from: string | null, signal: AbortSignal): Promise<Part<ApiRow>> {
  const page = Number(from ?? 0)
  const { data, response } = await ask(
    (api) => api.resourceServers.list({ page, per_page: listSize, include_totals: true }),
    signal,
  )
  const total = response.total ?? data.length
  const isLast = data.length === 0 || (page + 1) * listSize >= total
  return { rows: data.map(toApiRow), next: isLast ? null : String(page + 1), total }
}

/** `only` are the grants of one client or for one API. */
export async function listGrants(
  from: string | null,
  signal: AbortSignal,
  only: { client_id?: string; audience?: string } = {},
): Promise<Part<GrantRow>> {
  const { data, response } = await ask(
    (api) =>
      api.clientGrants.list({
        ...only,
        subject_type: 'client',
        take: listSize,
        ...(from !== null && { from }),
      }),
    signal,
  )
  return { rows: data.map(toGrantRow), next: nextOf(response) }
}

/** How many clients there are. */
export async function countClients(signal: AbortSignal): Promise<number | null> {
  const { response } = await ask(
    (api) => api.clients.list({ ...named, per_page: 1, include_totals: true, is_global: false }),
    signal,
  )
  return response.total ?? null
}

/** The object, or undefined when the tenant has no such. */
export const readClient = (id: string, signal: AbortSignal) =>
  found(async () => toClientRow(await ask((api) => api.clients.get(id, named), signal)))

export const readApi = (id: string, signal: AbortSignal) =>
  found(async () => toApiRow(await ask((api) => api.resourceServers.get(id), signal)))

export const readGrant = (id: string, signal: AbortSignal) =>
  found(async () => {
    const grant: Management.ClientGrantResponseContent & { subject_type?: string } = await ask(
      (api) => api.clientGrants.get(id),
      signal,
    )
    return grant.subject_type === 'user' ? undefined : toGrantRow(grant)
  })

export async function readSettings(signal: AbortSignal): Promise<SettingsRow> {
  return toSettingsRow(await ask((api) => api.tenants.settings.get({}), signal))
}

/** Up to 100 entries of the log after this one, the oldest first. */
export const readLog = (from: string, signal: AbortSignal) => logs({ from, take: listSize }, signal)

/** The latest entry of the log; undefined while it is empty. */
export async function readNewestEntry(signal: AbortSignal): Promise<LogEntry | undefined> {
  const [entry] = await logs({ page: 0, per_page: 1, sort: 'date:-1' }, signal)
  return entry
}

/** The first entries of the log, the oldest first. */
export const readOldestEntries = (signal: AbortSignal) =>
  logs({ page: 0, per_page: listSize, sort: 'date:1' }, signal)

/** The entry with this id, or undefined when the log no longer has it. */
export const readEntry = (id: string, signal: AbortSignal) =>
  found(async () => (await ask((api) => api.logs.get(id), signal)) as LogEntry)

async function logs(queryParams: Record<string, unknown>, signal: AbortSignal): Promise<LogEntry[]> {
  const paging = { page: null, per_page: null, include_totals: null }
  const { response } = await ask((api) => api.logs.list(paging, { queryParams }), signal)
  // The SDK means a page with totals; without them the log is a plain list.
  return response as unknown as LogEntry[]
}

const checkpoint = (from: string | null) => ({ take: listSize, ...(from !== null && { from }) })

const nextOf = (response: object) =>
  'next' in response && typeof response.next === 'string' && response.next ? response.next : null

async function found<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return undefined
    throw error
  }
}
