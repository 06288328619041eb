import { decodeProtectedHeader } from 'jose'
import { vi } from 'vitest'
import { routes } from '../management/routes.ts'
import type { TestTenant } from '../test-tenant.ts'

/** What a request may speak of: `{client:7}` becomes the id of a client that exists, counted round. */
export type World = { [Kind in Thing]: string[] } & { secrets: Map<string, string> }
export type Thing = 'client' | 'api' | 'apiId' | 'grant' | 'credential' | 'key' | 'log' | 'user' | 'role'

const known = new Set(['management-client'])
const fewest = 4
const hasUsers = routes.some(({ path }) => path === '/users')

type Item = Record<string, unknown>

/**
 * The tenant, called with a new token. The key that signed the last one may have been revoked, and a process may
 * use a key for another second.
 */
export async function renewed(tenant: TestTenant): Promise<TestTenant> {
  const newest = await vi.waitFor(async () => {
    const token = await tenant.tokenFor()
    const { kid } = decodeProtectedHeader(token)
    const { body } = await tenant.call('GET', `/keys/signing/${kid}`, undefined, token)
    if (!body.current) throw new Error(`A new token is signed with an old key: ${JSON.stringify(body)}`)
    return token
  }, 5000)
  return { ...tenant, call: (method, path, body, bearer = newest) => tenant.call(method, path, body, bearer) }
}

/** Looks at what the tenant holds, and makes more where little is left. */
export async function look(tenant: TestTenant, world?: World): Promise<World> {
  const list = async (path: string, key: string) => {
    const { status, body } = await tenant.call('GET', `${path}?per_page=20&include_totals=true`)
    if (status !== 200) throw new Error(`${path} answered ${status} ${JSON.stringify(body)}`)
    const items = Array.isArray(body) ? body : body[key]
    return Array.isArray(items) ? (items as Item[]) : []
  }
  const secrets = world?.secrets ?? new Map<string, string>()
  const apis = (await list('/resource-servers', 'resource_servers')).filter((api) => !api.is_system)
  const clients = (await list('/clients', 'clients')).filter(
    ({ client_id, global }) => !global && !known.has(String(client_id)),
  )
  for (let missing = fewest - apis.length; missing > 0; missing--) apis.push(await makeApi(tenant))
  for (let missing = fewest - clients.length; missing > 0; missing--) {
    const client = await makeMachine(tenant, String(apis[missing % apis.length]?.identifier))
    clients.push(client)
    secrets.set(String(client.client_id), String(client.client_secret))
  }
  const [client] = clients
  const credentials = client ? await list(`/clients/${client.client_id}/credentials`, '') : []
  const grants = (await list('/client-grants', 'client_grants')).filter(
    ({ client_id }) => !known.has(String(client_id)),
  )
  const keys = await list('/keys/signing', '')
  const ids = (items: Item[], name: string) => items.map((item) => String(item[name]))
  return {
    client: ids(clients, 'client_id'),
    api: ids(apis, 'identifier'),
    apiId: ids(apis, 'id'),
    grant: ids(grants, 'id'),
    credential: ids(credentials, 'id'),
    key: ids(keys, 'kid'),
    user: hasUsers ? ids(await list('/users', 'users'), 'user_id') : [],
    role: hasUsers ? ids(await list('/roles', 'roles'), 'id') : [],
    log: ids(await list('/logs', 'logs'), 'log_id'),
    secrets,
  }
}

let made = 0

async function makeApi(tenant: TestTenant): Promise<Item> {
  const scopes = ['read:a', 'write:a'].map((value) => ({ value }))
  const identifier = `https://fuzz.example/${made++}/${crypto.randomUUID()}`
  return (await tenant.call('POST', '/resource-servers', { identifier, scopes })).body
}

async function makeMachine(tenant: TestTenant, audience: string): Promise<Item> {
  const { body } = await tenant.call('POST', '/clients', { name: `Machine ${made++}` })
  await tenant.call('POST', '/client-grants', { client_id: body.client_id, audience, scope: [] })
  return body
}

/** A text with what it speaks of filled in; `quote` makes the values fit where they go. */
export function fillIn(text: string, world: World, quote: (value: string) => string): string {
  return text.replace(/\{(\w+):(\d+)\}/g, (whole, kind: string, number: string) => {
    if (kind === 'secret') return quote(pick([...world.secrets.values()], number) ?? 'none')
    const things = world[kind as Thing]
    return Array.isArray(things) ? quote(pick(things, number) ?? 'none') : whole
  })
}

const pick = (things: string[], number: string) => things[Number(number) % (things.length || 1)]
