import type { Page } from '@playwright/test'
import { callsDuring } from '../faults'
import { expect, test } from '../fixtures'
import type { TenantFixture } from '../tenant'

/** What a page asks the tenant for, whatever it holds: nothing for a list, one call for what is about one object. */
const budgets = (apiId: string, clientId: string): [path: string, calls: number][] => [
  ['/', 0],
  ['/clients', 0],
  ['/clients/new', 0],
  [`/clients/${clientId}`, 1],
  [`/clients/${clientId}/credentials`, 1],
  [`/clients/${clientId}/apis`, 1],
  ['/apis', 0],
  ['/apis/new', 0],
  [`/apis/${apiId}/quickstart`, 1],
  [`/apis/${apiId}/quickstart?language=python&client=${clientId}`, 1],
  [`/apis/${apiId}/settings`, 1],
  [`/apis/${apiId}/scopes`, 1],
  [`/apis/${apiId}/non-interactive-clients`, 1],
  [`/apis/${apiId}/test`, 1],
  [`/apis/${apiId}/test?client=${clientId}`, 1],
  ['/activity', 0],
  ['/account', 0],
  ['/account/advanced', 1],
]

async function expectBudgets(page: Page, apiId: string, clientId: string) {
  for (const [path, allowed] of budgets(apiId, clientId)) {
    const calls = await callsDuring(() => page.goto(path, { waitUntil: 'networkidle' }))
    expect(calls.length, `${path}: ${calls.join(', ')}`).toBeLessThanOrEqual(allowed)
  }
}

async function many(tenant: TenantFixture, audience: string) {
  for (let batch = 0; batch < 15; batch++) {
    const clients = await Promise.all(Array.from({ length: 10 }, () => tenant.client()))
    if (batch < 12) await Promise.all(clients.map(({ client_id }) => tenant.grant(client_id, audience, [])))
  }
}

test('a view costs the same few calls for a small tenant and for a large one', async ({ page, tenant }) => {
  test.setTimeout(240_000)
  const [api, client] = [await tenant.resourceServer(), await tenant.client()]
  await expectBudgets(page, api.id, client.client_id)
  await many(tenant, api.identifier)
  await expectBudgets(page, api.id, client.client_id)

  await page.goto(`/apis/${api.id}/non-interactive-clients`)
  await expect(page.getByRole('link', { name: /^Authorized 120$/ })).toBeVisible()
})

test('a toggle is one write and at most one read, and the page is not read again', async ({
  page,
  tenant,
}) => {
  const [api, client] = [await tenant.resourceServer(), await tenant.client()]
  await page.goto(`/apis/${api.id}/non-interactive-clients?client=${client.client_id}`, {
    waitUntil: 'networkidle',
  })
  const authorize = page.getByRole('checkbox', { name: `Authorize ${client.name}` })

  const authorizing = await callsDuring(async () => {
    await authorize.check()
    await expect(page.getByText(`Authorized ${client.name}`)).toBeVisible()
    await page.waitForLoadState('networkidle')
  })
  expect(authorizing).toEqual(['POST /api/v2/client-grants'])

  await page.getByRole('button', { name: `Scopes of ${client.name}` }).click()
  const narrowing = await callsDuring(async () => {
    await page.getByRole('checkbox', { name: 'create:orders' }).uncheck()
    await expect(page.getByText(`Removed create:orders from ${client.name}`)).toBeVisible()
    await page.waitForLoadState('networkidle')
  })
  expect(narrowing.map((call) => call.replace(/cgr_\w+/, 'id'))).toEqual([
    'GET /api/v2/client-grants',
    'PATCH /api/v2/client-grants/id',
  ])

  const revoking = await callsDuring(async () => {
    await authorize.uncheck()
    await expect(page.getByText(`Revoked ${client.name}`)).toBeVisible()
    await page.waitForLoadState('networkidle')
  })
  expect(revoking.map((call) => call.replace(/cgr_\w+/, 'id'))).toEqual([
    'GET /api/v2/client-grants',
    'DELETE /api/v2/client-grants/id',
  ])
})
