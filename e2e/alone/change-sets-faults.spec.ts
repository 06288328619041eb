import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { saveDraft } from '../drafts'
import { environment } from '../environment'
import { breakLine } from '../faults'
import { expect, sessionCookie, test } from '../fixtures'
import { startDashboard } from '../second-dashboard'
import { callAction } from '../server-actions'
import type { TenantFixture } from '../tenant'
import { writesOf } from '../tenant-log'

/** Every client is authorized anew for 8 of the APIs, narrowed for 6 and revoked for 6. */
const [clientCount, apiCount] = [25, 20]
const kindOf = (apiIndex: number) =>
  apiIndex < 8 ? 'grant.create' : apiIndex < 14 ? 'grant.update' : 'grant.delete'
const access = (...scope: string[]) => ({ scope, allScopes: false })
const [wide, narrow] = [access('read:orders', 'create:orders'), access('read:orders')]

let dataFolder: string
test.beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'grantboard-'))
})
test.afterEach(async () => {
  await breakLine()
  rmSync(dataFolder, { recursive: true })
})

test('500 changes over a line that breaks in every way, by a dashboard that is killed, are made once each', async ({
  playwright,
  tenant,
}) => {
  test.setTimeout(300_000)
  const { put, audiences } = await seed(tenant)
  const since = new Date().toISOString()
  const signIn = async ({ url }: { url: string }) =>
    playwright.request.newContext({
      baseURL: url,
      storageState: { cookies: [await sessionCookie(environment.admin.email)], origins: [] },
    })

  const first = await startDashboard(dataFolder)
  const before = await signIn(first)
  const setId = await saveDraft(before, put)
  await breakLine(...everyFault)
  await callAction(before, 'applyChangeSet', [{ setId, reason: '' }], (path) =>
    path.replace('[setId]', setId),
  )
  await expect.poll(() => appliedIn(before, setId), { timeout: 120_000 }).toBeGreaterThan(200)
  await first.kill()
  const second = await startDashboard(dataFolder)
  const after = await signIn(second)
  await expect.poll(async () => (await progressOf(after, setId)).state, { timeout: 120_000 }).toBe('applied')
  const recorded: Recorded[] = await (await after.get('/activity/export?format=json')).json()
  await second.stop()
  await breakLine()

  expect(await heldIn(tenant, audiences)).toEqual(plannedBy(put))
  const made = (await writesOf(tenant, setId, since)).filter(({ statusCode }) => statusCode < 300)
  expect(countBy(made, ({ method }) => method)).toEqual({ post: 200, patch: 150, delete: 150 })
  const ofSet = recorded.filter((change) => change.setId === setId)
  expect(countBy(ofSet, ({ state, kind }) => `${state} ${kind}`)).toEqual({
    'applied grant.create': 200,
    'applied grant.update': 150,
    'applied grant.delete': 150,
  })
  expect(new Set(ofSet.map(({ subject }) => `${subject.clientId} ${subject.audience}`)).size).toBe(500)
})

const grants = '^/api/v2/client-grants'
const failed = { kind: 'answer', status: 500, body: '{"message":"Internal error"}' } as const
const refused = { kind: 'answer', status: 429, body: '{}', headers: { 'retry-after': '1' } } as const

/** Of the writes, one in so many; of the reads between them as well, where they can fail. */
const everyFault = [
  { ...refused, path: grants, times: 10 },
  ...['POST', 'PATCH', 'DELETE'].flatMap((method) => [
    { kind: 'hush', path: grants, method, every: 29, times: 1 } as const,
    { kind: 'lose', path: grants, method, every: 13 } as const,
    { kind: 'drop', path: grants, method, every: 17 } as const,
    { ...failed, path: grants, method, every: 19 },
  ]),
  { ...failed, path: grants, method: 'GET', every: 23 },
  { ...refused, path: grants, every: 150 },
]

type Put = { kind: string; clientId: string; audience: string; to?: typeof wide }

async function seed(tenant: TenantFixture) {
  const clients = await Promise.all(Array.from({ length: clientCount }, () => tenant.client()))
  const apis = await Promise.all(Array.from({ length: apiCount }, () => tenant.resourceServer()))
  const put: Put[] = []
  for (const { client_id: clientId, name: clientName } of clients) {
    for (const [index, { identifier: audience, name: apiName }] of apis.entries()) {
      const [kind, of] = [kindOf(index), { clientId, clientName, audience, apiName }]
      if (kind === 'grant.create') put.push({ kind, ...of, to: narrow })
      else {
        await tenant.grant(clientId, audience, wide.scope)
        put.push({ kind, ...of, ...{ from: wide }, ...(kind === 'grant.update' && { to: narrow }) })
      }
    }
  }
  return { put, audiences: apis.map(({ identifier }) => identifier) }
}

/** "client audience: scopes", of every grant there will be. */
const plannedBy = (put: Put[]) =>
  put.flatMap(({ clientId, audience, to }) => (to ? `${clientId} ${audience}: ${to.scope}` : [])).toSorted()

async function heldIn({ api }: TenantFixture, audiences: string[]) {
  const lists = await Promise.all(audiences.map((audience) => api.clientGrants.list({ audience, take: 100 })))
  return lists
    .flatMap(({ data }) => data.map(({ client_id, audience, scope }) => `${client_id} ${audience}: ${scope}`))
    .toSorted()
}

function countBy<Item>(items: Item[], key: (item: Item) => string) {
  const counts: Record<string, number> = {}
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1
  return counts
}

type Recorded = {
  setId: string
  state: string
  kind: string
  subject: { clientId: string; audience: string }
}
type Progress = { state: string; steps: { id: number; state: string }[] }

const progressOf = async (request: APIRequestContext, setId: string): Promise<Progress> =>
  (await request.get(`/changes/${setId}/progress?since=0`)).json()

const appliedIn = async (request: APIRequestContext, setId: string) =>
  (await progressOf(request, setId)).steps.filter(({ state }) => state === 'applied').length
