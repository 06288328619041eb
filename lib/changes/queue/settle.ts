import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { toApi } from '../../apis/api'
import { ownClients } from '../../clients/own-clients'
import { readClient } from '../../clients/read'
import { AppError } from '../../errors'
import { findGrant } from '../../grants/find-grant'
import { sameAccess } from '../../grants/grant'
import { management } from '../../management/management'
import { toTenantSettings } from '../../tenant-settings/tenant-settings'
import { readResourceServer, subjectOf } from '../carry-out/read-resource-server'
import type { Change, ChangeOf, Outcome } from '../change'
import { namedIn } from '../named-in'
import { same } from '../same'

/** A change of which it is not known whether the tenant made it, with when and in which set it was begun. */
export type Uncertain = { change: Change; setId: string; begunAt: string }

/**
 * Looks whether the tenant holds already what the change wanted, after a write that nobody answered or a crash in
 * its middle. Resolves with what it came to, or with undefined when it is still to be made.
 */
export async function settle(uncertain: Uncertain): Promise<Outcome | undefined> {
  const { change } = uncertain
  switch (change.kind) {
    case 'grant.create':
    case 'grant.update':
    case 'grant.delete':
      return settledGrant(change)
    case 'client.create':
      return createdClient(change, uncertain)
    case 'client.update':
      return whenAsWanted(change, await readClient(change.clientId))
    case 'api.update':
      return whenAsWanted(change, (await readResourceServer(change.apiId)).api)
    case 'settings.update':
      return whenAsWanted(change, toTenantSettings(await management((api) => api.tenants.settings.get({}))))
    case 'client.delete':
      return whenGone(change, () => readClient(change.clientId))
    case 'api.delete':
      return whenGone(change, () => readResourceServer(change.apiId))
    case 'api.create':
      return createdApi(change)
    case 'scope.create':
    case 'scope.update':
    case 'scope.delete':
      return settledScopes(change)
    default:
      throw new AppError(
        'unavailable',
        'It is not known whether the tenant did it, and it can’t be seen from outside. It was not tried again.',
      )
  }
}

async function settledGrant(
  change: ChangeOf<'grant.create' | 'grant.update' | 'grant.delete'>,
): Promise<Outcome | undefined> {
  const to = change.kind === 'grant.delete' ? null : change.to
  const before = change.kind === 'grant.create' ? null : change.from
  if (!sameAccess(await findGrant(change.clientId, change.audience), to)) return undefined
  return { value: to, subject: namedIn(change), before, after: to }
}

function whenAsWanted(
  change: ChangeOf<'client.update' | 'api.update' | 'settings.update'>,
  current: object,
): Outcome | undefined {
  const held = new Map(Object.entries(current))
  if (!Object.entries(change.to).every(([field, value]) => same(held.get(field), value))) return undefined
  const subject = { ...namedIn(change), ...nameIn(change, current) }
  return { value: undefined, subject, before: { ...change.from }, after: { ...change.to } }
}

const nameIn = ({ kind }: Change, current: object) => {
  const name = 'name' in current ? String(current.name) : undefined
  return kind === 'client.update' ? { clientName: name } : kind === 'api.update' ? { apiName: name } : {}
}

async function whenGone(change: Change, read: () => Promise<unknown>): Promise<Outcome | undefined> {
  const exists = await read().catch((error) => {
    if (error instanceof AppError && error.code === 'not_found') return undefined
    throw error
  })
  return exists ? undefined : { value: undefined, subject: namedIn(change), before: null, after: null }
}

async function createdApi({ input }: ChangeOf<'api.create'>): Promise<Outcome | undefined> {
  const { data } = await management((api) =>
    api.resourceServers.list({ identifiers: [input.identifier], per_page: 1, include_totals: true }),
  )
  const found = data.map(toApi).find(({ identifier }) => identifier === input.identifier)
  if (!found || found.name !== input.name || found.signingAlgorithm !== input.signingAlgorithm)
    return undefined
  const after = { ...input, tokenLifetime: found.tokenLifetime }
  return { value: found.id, subject: subjectOf(found), before: null, after, created: `api ${found.id}` }
}

async function settledScopes(
  change: ChangeOf<'scope.create' | 'scope.update' | 'scope.delete'>,
): Promise<Outcome | undefined> {
  const { api } = await readResourceServer(change.apiId)
  const held = new Map(api.scopes.map(({ value, description }) => [value, description]))
  const subject = subjectOf(api)
  if (change.kind === 'scope.delete') {
    const before = { scopes: [{ value: change.value, description: '' }] }
    return held.has(change.value) ? undefined : { value: undefined, subject, before, after: null }
  }
  if (change.kind === 'scope.update') {
    if (held.get(change.value) !== change.to) return undefined
    const scopes = (description: string) => ({ scopes: [{ value: change.value, description }] })
    return { value: undefined, subject, before: scopes(change.from), after: scopes(change.to) }
  }
  if (!change.scopes.every(({ value, description }) => held.get(value) === description)) return undefined
  return { value: change.scopes.length, subject, before: null, after: { scopes: change.scopes } }
}

const logSettlesMs = [0, 1000, 3000]

/** Two clients may look alike, so only the tenant's own log can tell whether this one was made. */
async function createdClient(
  change: ChangeOf<'client.create'>,
  { setId, begunAt }: Uncertain,
): Promise<Outcome | undefined> {
  for (const wait of logSettlesMs) {
    await pause(wait)
    const clientId = await clientMadeIn(setId, change.input.name, begunAt)
    if (!clientId) continue
    const subject = { clientId, clientName: change.input.name }
    const after = { ...change.input }
    return { value: clientId, subject, before: null, after, created: `client ${clientId}` }
  }
}

async function clientMadeIn(setId: string, name: string, since: string): Promise<string | undefined> {
  const { data } = await management((api) =>
    api.logs.list(
      { per_page: 100, sort: 'date:-1' },
      { queryParams: { q: `type:sapi AND date:[${since} TO *]` } },
    ),
  )
  for (const entry of data) {
    const { request, response } = Object(entry.details)
    if (request?.correlation_id !== setId || request.method !== 'post') continue
    const { client_id: clientId, name: made } = Object(response?.body)
    if (made === name && clientId && clientId !== ownClients().management) return clientId
  }
}
