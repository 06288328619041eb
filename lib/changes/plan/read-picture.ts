import 'server-only'
import type { Management } from 'auth0'
import { type Api, toApi } from '../../apis/api'
import type { Client } from '../../clients/client'
import { readClient, readClients } from '../../clients/read'
import { AppError } from '../../errors'
import { type Grant, toGrant } from '../../grants/grant'
import { management } from '../../management/management'
import { inTurn } from '../../management/pace'
import { toTenantSettings } from '../../tenant-settings/tenant-settings'
import type { Change } from '../change'
import { createdBy } from '../new-client'
import { grantKey, type Picture } from './picture'

/** Up to so many things are asked for one by one; of more, whole lists are read. */
const few = 5
const pageSize = 100

/** Reads what the tenant holds now of what the changes are about: lists, so that many changes cost few calls. */
export function readPicture(changes: Change[]): Promise<Picture> {
  return inTurn(async () => {
    const [clients, apis, settings] = await Promise.all([
      readNamedClients(distinct(changes.map(clientIn))),
      readNamedApis(distinct(changes.map(apiIn))),
      changes.some(({ kind }) => kind === 'settings.update') ? readSettings() : undefined,
    ])
    const deleted = changes.flatMap((change) => (change.kind === 'client.delete' ? change.clientId : []))
    const grants = await readGrants([...apis.keys()], distinct(deleted))
    const others = distinct(grants.map(({ audience }) => audience)).filter((audience) => !apis.has(audience))
    for (const [identifier, api] of await readNamedApis(others)) apis.set(identifier, api)
    const byKey = new Map(grants.map((grant) => [grantKey(grant.clientId, grant.audience), grant]))
    return { at: new Date().toISOString(), clients, apis, grants: byKey, settings }
  })
}

const clientIn = (change: Change) =>
  'clientId' in change && !createdBy(change) ? change.clientId : undefined

function apiIn(change: Change) {
  if ('audience' in change) return change.audience
  if ('apiId' in change) return change.apiId
  return change.kind === 'api.create' ? change.input.identifier : undefined
}

const distinct = (values: (string | undefined)[]) =>
  [...new Set(values)].filter((value) => value !== undefined)

async function readNamedClients(ids: string[]): Promise<Map<string, Client>> {
  if (ids.length <= few) {
    const found = await Promise.all(ids.map((id) => unlessGone(() => readClient(id))))
    return new Map(found.flatMap((client) => (client ? [[client.id, client]] : [])))
  }
  const missing = new Set(ids)
  const clients = new Map<string, Client>()
  for (let page = 1, more = true; more && missing.size > 0; page++) {
    const { clients: read, total } = await readClients(page, pageSize)
    for (const client of read) if (missing.delete(client.id)) clients.set(client.id, client)
    more = page * pageSize < total
  }
  return clients
}

/** By identifier; `named` holds ids and identifiers. */
async function readNamedApis(named: string[]): Promise<Map<string, Api>> {
  const found =
    named.length <= few ? await Promise.all(named.map(readApi)) : await readAllApis(new Set(named))
  return new Map(found.flatMap((api) => (api ? [[api.identifier, api]] : [])))
}

const readApi = (named: string) =>
  unlessGone(async () => toApi(await management((api) => api.resourceServers.get(named))))

async function readAllApis(named: Set<string>): Promise<Api[]> {
  const list = (page: number) =>
    management((api) => api.resourceServers.list({ page, per_page: pageSize, include_totals: true }))
  const apis: Api[] = []
  for (let page = 0, more = true; more; page++) {
    const { data, response } = await list(page)
    apis.push(...data.map(toApi).filter((api) => named.has(api.identifier) || named.has(api.id)))
    more = (page + 1) * pageSize < (response.total ?? 0)
  }
  return apis
}

async function readGrants(audiences: string[], clientIds: string[]): Promise<Grant[]> {
  const filters = [
    ...audiences.map((audience) => ({ audience })),
    ...clientIds.map((client_id) => ({ client_id })),
  ]
  const whole = filters.length > 4 * few
  const lists = await Promise.all((whole ? [{}] : filters).map((filter) => listGrants(filter)))
  return lists.flat()
}

async function listGrants(filter: Management.ListClientGrantsRequestParameters): Promise<Grant[]> {
  const grants: Grant[] = []
  let page = await management((api) =>
    api.clientGrants.list({ ...filter, subject_type: 'client', take: pageSize }),
  )
  grants.push(...page.data.map(toGrant))
  while (page.hasNextPage()) {
    const last = page
    page = await management(() => last.getNextPage())
    grants.push(...page.data.map(toGrant))
  }
  return grants
}

const readSettings = async () => toTenantSettings(await management((api) => api.tenants.settings.get({})))

async function unlessGone<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return undefined
    throw error
  }
}
