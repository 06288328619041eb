import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { environment } from '../environment'
import { breakLine, callsDuring } from '../faults'
import { expect, sessionCookie, test } from '../fixtures'
import { startDashboard } from '../second-dashboard'
import { callAction } from '../server-actions'

const count = 60
/** As many changes as may be on their way when the power fails. */
const lanes = 4

let dataFolder: string
test.beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'grantboard-'))
})
test.afterEach(async () => {
  await breakLine()
  rmSync(dataFolder, { recursive: true })
})

test('a dashboard killed in the middle of a set makes every change once after it is back', async ({
  playwright,
  tenant,
}) => {
  test.setTimeout(240_000)
  const api = await tenant.resourceServer()
  const clients = await Promise.all(Array.from({ length: count }, () => tenant.client()))
  const put = clients.map(({ client_id, name }) => ({
    ...{ kind: 'grant.create', clientId: client_id, clientName: name },
    ...{ audience: api.identifier, apiName: api.name, to: { scope: ['read:orders'], allScopes: false } },
  }))
  const signIn = async ({ url }: { url: string }) =>
    playwright.request.newContext({
      baseURL: url,
      storageState: { cookies: [await sessionCookie(environment.admin.email)], origins: [] },
    })
  const granted = async () => {
    const { data } = await tenant.api.clientGrants.list({ audience: api.identifier, take: 100 })
    return data.map(({ client_id }) => client_id).toSorted()
  }

  const first = await startDashboard(dataFolder)
  const before = await signIn(first)
  const draft = await callAction(before, 'saveDraft', [{ put, out: [] }], (path) => path)
  const setId = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(draft.text)?.[0] ?? ''
  await breakLine({ kind: 'delay', for: 100, path: '^/api/v2/client-grants', method: 'POST' })
  const calls = await callsDuring(async () => {
    await callAction(before, 'applyChangeSet', [{ setId, reason: '' }], (path) =>
      path.replace('[setId]', setId),
    )
    await expect.poll(async () => (await stepsOf(before, setId, 'applied')).length).toBeGreaterThan(count / 4)
    await first.kill()
    expect((await granted()).length).toBeLessThan(count)

    const second = await startDashboard(dataFolder)
    const after = await signIn(second)
    await expect.poll(async () => (await progressOf(after, setId)).state, { timeout: 60_000 }).toBe('applied')
    const record: { setId: string; state: string; subject: { clientId: string } }[] = await (
      await after.get('/activity/export?format=json')
    ).json()
    const ofSet = record.filter((change) => change.setId === setId)
    expect(ofSet.map(({ state }) => state)).toEqual(Array(count).fill('applied'))
    expect(new Set(ofSet.map(({ subject }) => subject.clientId)).size).toBe(count)
    await second.stop()
  })

  expect(await granted()).toEqual(clients.map(({ client_id }) => client_id).toSorted())
  const writes = calls.filter((call) => call === 'POST /api/v2/client-grants').length
  expect(writes).toBeGreaterThanOrEqual(count)
  expect(writes).toBeLessThanOrEqual(count + lanes)
})

type Progress = { state: string; steps: { id: number; state: string }[] }

const progressOf = async (request: APIRequestContext, setId: string): Promise<Progress> =>
  (await request.get(`/changes/${setId}/progress?since=0`)).json()

const stepsOf = async (request: APIRequestContext, setId: string, state: string) =>
  (await progressOf(request, setId)).steps.filter((step) => step.state === state)
