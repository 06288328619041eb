import { expectAccessible } from '../axe'
import type { Fault } from '../fault-proxy'
import { breakLine } from '../faults'
import { expect, test } from '../fixtures'

test.afterEach(() => breakLine())

const answer = (status: number, body: object | string, headers?: Record<string, string>) =>
  ({ kind: 'answer', status, body: typeof body === 'string' ? body : JSON.stringify(body), headers }) as const

type Breakage = Fault extends infer Kind
  ? Kind extends Fault
    ? Omit<Kind, 'path' | 'method' | 'times'>
    : never
  : never

/** What can be wrong with the tenant, and what the person is told. */
const faults: [name: string, fault: Breakage, told: RegExp][] = [
  ['is unreachable', { kind: 'drop' }, /can’t be reached/],
  ['is slow', { kind: 'delay', for: 10_000 }, /did not answer within 8 s/],
  [
    'answers 401',
    answer(401, { statusCode: 401, message: 'Invalid token' }),
    /does not accept Grantboard’s Management API token/,
  ],
  [
    'answers 403',
    answer(403, { statusCode: 403, message: 'Insufficient scope, expected any of: read:clients' }),
    /lacks read:clients/,
  ],
  [
    'answers 429',
    answer(429, { statusCode: 429, message: 'Too many requests' }, { 'retry-after': '60' }),
    /allows no more calls right now/,
  ],
  ['answers 500', answer(500, { statusCode: 500, message: 'Internal error' }), /failed \(500/],
  ['answers broken JSON', answer(200, '{"clients": ['), /something other than JSON/],
]

for (const [name, fault, told] of faults) {
  test(`a page is as it was last read, or says why not, when the tenant ${name}`, async ({
    page,
    tenant,
  }) => {
    test.slow()
    const client = await tenant.client()
    await page.goto('/account')
    await breakLine({ ...fault, path: '^/api/v2/client' } as Fault)
    await page.goto(`/clients/${client.client_id}`)

    const heading = page.getByRole('heading', { level: 1, name: client.name })
    if (['answers 403', 'answers 429'].includes(name)) {
      await expect(page.getByRole('main')).toContainText(told, { timeout: 30_000 })
      await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
      await expectAccessible(page)
      await breakLine()
      await page.getByRole('button', { name: 'Try again' }).click()
      await expect(heading).toBeVisible({ timeout: 30_000 })
      return
    }
    await expect(heading).toBeVisible({ timeout: 30_000 })
    await expect(page.getByText(/^You see the tenant as of \d\d:\d\d:\d\d UTC\./)).toBeVisible()
    await expect(page.getByRole('main')).toContainText(told)
    await expectAccessible(page)
    await breakLine()
    await page.getByRole('button', { name: 'Try now' }).click()
    await expect(page.getByText('You see the tenant as of')).toHaveCount(0)
  })

  test(`a toggle goes back and keeps the reason when the tenant ${name}`, async ({ page, tenant }) => {
    test.slow()
    const [api, client] = [await tenant.resourceServer(), await tenant.client()]
    await page.goto(`/apis/${api.id}/non-interactive-clients?client=${client.client_id}`)
    const authorize = page.getByRole('checkbox', { name: `Authorize ${client.name}` })
    const row = page.getByRole('listitem').filter({ has: authorize })
    await breakLine({ ...fault, path: '^/api/v2/client-grants' } as Fault)
    await authorize.click()

    await expect(row.getByRole('alert')).toContainText('Not authorized.', { timeout: 30_000 })
    await expect(row.getByRole('alert')).toContainText(told)
    await expect(authorize).not.toBeChecked()
    await breakLine()
    await row.getByRole('button', { name: 'Try again' }).click()
    await expect(authorize).toBeChecked()
    await expect(row.getByText('2 of 2', { exact: true })).toBeVisible()
  })

  test(`a form keeps what was typed when the tenant ${name}`, async ({ page, tenant }) => {
    test.slow()
    const api = await tenant.resourceServer()
    await page.goto(`/apis/${api.id}/settings`)
    await page.getByRole('textbox', { name: 'Name' }).fill('A new name')
    await breakLine({ ...fault, path: '^/api/v2/resource-servers' } as Fault)
    await page.getByRole('button', { name: 'Save change' }).click()

    await expect(page.getByRole('main').getByRole('alert')).toContainText(told, { timeout: 30_000 })
    await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('A new name')
    await breakLine()
    await page.getByRole('button', { name: 'Save change' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'A new name' })).toBeVisible()
  })
}

test('a line that breaks while it reads is tried once more', async ({ page, tenant }) => {
  const client = await tenant.client()
  await breakLine({ kind: 'drop', path: '^/api/v2/clients/', times: 1 })
  await page.goto(`/clients/${client.client_id}`)

  await expect(page.getByRole('heading', { level: 1, name: client.name })).toBeVisible()
})

test('a token that the tenant stopped accepting is asked for anew', async ({ page, tenant }) => {
  const client = await tenant.client()
  await breakLine({
    ...answer(401, { statusCode: 401, message: 'Invalid token' }),
    path: '^/api/v2/',
    times: 1,
  })
  await page.goto(`/clients/${client.client_id}`)

  await expect(page.getByRole('heading', { level: 1, name: client.name })).toBeVisible()
})
