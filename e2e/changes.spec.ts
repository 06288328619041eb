import type { Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { environment } from './environment'
import { expect, sessionCookie, test } from './fixtures'
import type { TenantFixture } from './tenant'

test('a removed scope is brought back to everybody who held it, and away again', async ({ page, tenant }) => {
  const { api, clients } = await removedScope(page, tenant, 3)
  await page.getByRole('button', { name: /^Undo… Applied 4 changes/ }).click()

  await expect(page.getByRole('heading', { level: 1, name: '4 changes' })).toBeVisible()
  await expect(page.getByText(/^Takes 8 calls of the Management API/)).toBeVisible()
  const effects = page.getByRole('complementary', { name: 'What the changes come to' })
  for (const { name } of clients) await expect(effects).toContainText(name)
  const changes = page.getByRole('list', { name: 'Changes' })
  await expect(changes.getByRole('heading', { name: new RegExp(`Update ${clients[0]?.name}`) })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Reason (optional)').fill('Removed by mistake, KES-412')
  await page.getByRole('button', { name: 'Apply 4 changes' }).click()

  await expect(page.getByRole('status').filter({ hasText: '4 of 4 changes applied.' })).toBeVisible()
  await expect(page.getByText('“Removed by mistake, KES-412”')).toBeVisible()
  await expect(changes.getByText('Applied')).toHaveCount(4)
  await expectAccessible(page)
  const { data } = await tenant.api.clientGrants.list({ audience: api.identifier })
  expect(data.map(({ scope }) => scope?.toSorted())).toEqual(Array(3).fill(['create:orders', 'read:orders']))

  await page.getByRole('button', { name: 'Undo…' }).first().click()
  await expect(page.getByRole('button', { name: 'Apply 4 changes' })).toBeVisible()
})

test('a change that somebody else has overtaken is a conflict, and can be planned upon that', async ({
  page,
  tenant,
}) => {
  const [api, client] = [await tenant.resourceServer(), await tenant.client()]
  await planRevocation(page, api, client)
  const { data } = await tenant.api.clientGrants.list({ audience: api.identifier })
  await tenant.api.clientGrants.update(String(data[0]?.id), { scope: ['read:orders'] })
  await page.reload()

  const change = page.getByRole('listitem').filter({ hasText: client.name })
  await expect(change.getByText('Conflict')).toBeVisible()
  await expect(change).toContainText(
    /Changed by Grantboard Management at \d\d:\d\d UTC, after this was planned\. It now has read:orders\./,
  )
  await expect(page.getByRole('button', { name: 'Apply 0 of 1 change' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await expectAccessible(page)

  await change.getByRole('button', { name: 'Plan it upon that' }).click()
  await expect(change.getByText('Conflict')).toHaveCount(0)
  await page.getByRole('button', { name: 'Apply 1 change' }).click()
  await expect(page.getByText('1 of 1 change applied.')).toBeVisible()
  expect((await tenant.api.clientGrants.list({ audience: api.identifier })).data).toEqual([])
})

test('two people who apply the same plan: the second is told that it was applied', async ({
  browser,
  page,
  tenant,
}) => {
  const [api, client] = [await tenant.resourceServer(), await tenant.client()]
  await planRevocation(page, api, client)
  const other = await browser.newContext({ baseURL: environment.url })
  await other.addCookies([await sessionCookie(environment.admin.email)])
  const second = await other.newPage()
  await second.goto(page.url())
  await page.getByRole('button', { name: 'Apply 1 change' }).click()
  await expect(page.getByText('1 of 1 change applied.')).toBeVisible()

  await second.getByLabel('Reason (optional)').fill('Mine')
  await second.getByRole('button', { name: 'Apply 1 change' }).click()
  await expect(second.getByRole('main').getByRole('alert')).toContainText(
    'This change set was applied already.',
  )
  await expect(second.getByLabel('Reason (optional)')).toHaveValue('Mine')
  await other.close()
})

test('one change of a set is taken back by itself, and the record says so', async ({ page, tenant }) => {
  const { api, clients } = await removedScope(page, tenant, 2)
  const row = page.getByRole('listitem').filter({ hasText: 'Applied 3 changes' })
  await row.locator('summary').click()
  await row.getByRole('link', { name: 'Open change set' }).click()
  const changes = page.getByRole('list', { name: 'Changes' }).locator('> li')
  await changes.filter({ hasText: 'Remove create:orders' }).getByRole('button', { name: 'Undo…' }).click()
  await page.getByRole('button', { name: 'Apply 1 change' }).click()
  await expect(page.getByText('1 of 1 change applied.')).toBeVisible()

  const { scopes } = await tenant.api.resourceServers.get(api.id)
  expect(scopes?.map(({ value }) => value)).toContain('create:orders')
  const { data } = await tenant.api.clientGrants.list({ audience: api.identifier })
  expect(data.map(({ scope }) => scope)).toEqual(clients.map(() => ['read:orders']))
  await page.getByRole('link', { name: 'an earlier change set' }).click()
  await expect(changes.getByText('Undone')).toHaveCount(1)
})

test('a plan waits in Activity until it is applied or discarded', async ({ page, tenant }) => {
  const [api, client] = [await tenant.resourceServer(), await tenant.client()]
  await planRevocation(page, api, client)
  const id = page.url().split('/').at(-1) ?? ''
  await page.goto('/activity')
  const open = page.getByRole('region', { name: 'Not finished' })
  await open.locator(`a[href="/changes/${id}"]`).click()
  await page.getByRole('button', { name: 'Leave out' }).click()

  await expect(page.getByRole('heading', { name: 'No change is left in this set' })).toBeVisible()
  await page.getByRole('button', { name: 'Discard change set' }).click()
  await expect(page).toHaveURL(/\/activity$/)
  await expect(page.locator(`a[href="/changes/${id}"]`)).toHaveCount(0)
  expect((await tenant.api.clientGrants.list({ audience: api.identifier })).data).toHaveLength(1)
})

test('beside a set stands what the tenant’s own log says of its calls', async ({ page, tenant }) => {
  await removedScope(page, tenant, 2)
  await tenant.client() // the log is read up to here
  await page.reload()
  const row = page.getByRole('listitem').filter({ hasText: 'Applied 3 changes' })
  await row.locator('summary').click()
  await expect(row).toContainText('with 3 entries of the tenant’s log.')
  await row.getByRole('link', { name: 'Open change set' }).click()

  const log = page.getByRole('complementary', { name: 'In the tenant’s log' })
  await expect(log.getByText('3 entries with this change set as correlation ID.')).toBeVisible()
  await expect(log.getByRole('listitem')).toHaveText([
    /Update a client grant200/,
    /Update a client grant200/,
    /Update a resource server200/,
  ])
  await expectAccessible(page)
})

test('a rotated secret can’t be undone, and Activity says so', async ({ page, tenant }) => {
  const client = await tenant.client()
  await page.goto(`/clients/${client.client_id}/credentials`)
  await page.getByRole('button', { name: /^Reveal/ }).click()
  await expect(page.getByText(client.client_secret)).toBeVisible()
  await page.getByRole('link', { name: 'Activity', exact: true }).last().click()

  const row = page.getByRole('listitem').filter({ hasText: `Revealed the secret of ${client.name}` })
  await expect(row.getByText('Cannot be undone')).toBeVisible()
  await expect(row.getByRole('button', { name: /Undo/ })).toHaveCount(0)
})

test('a change set that does not exist is not found', async ({ page }) => {
  const response = await page.goto('/changes/nowhere')
  expect(response?.status()).toBe(404)
})

/** Authorizes the client with a click and plans, without applying it, what takes that back. */
async function planRevocation(
  page: Page,
  api: { id: string; name: string },
  client: { client_id: string; name: string },
) {
  await page.goto(`/apis/${api.id}/non-interactive-clients?client=${client.client_id}`)
  await page.getByRole('checkbox', { name: `Authorize ${client.name}` }).click()
  await expect(page.getByRole('checkbox', { name: `Authorize ${client.name}` })).toBeChecked()
  await expect(page.getByText('2 of 2', { exact: true })).toBeVisible()
  await page.goto(`/clients/${client.client_id}/activity`)
  await page.getByRole('button', { name: `Undo… Authorized ${client.name} for ${api.name}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: '1 change to access' })).toBeVisible()
}

/** Takes a scope out of an API that so many clients hold; ends on the API's own Activity. */
async function removedScope(page: Page, tenant: TenantFixture, count: number) {
  const api = await tenant.resourceServer()
  const clients = await Promise.all(Array.from({ length: count }, () => tenant.client()))
  for (const { client_id } of clients)
    await tenant.grant(client_id, api.identifier, ['read:orders', 'create:orders'])
  await page.goto(`/apis/${api.id}/scopes`)
  await page.getByRole('button', { name: 'Remove create:orders' }).click()
  await page.getByRole('button', { name: 'Review changes' }).click()
  await page.getByRole('button', { name: `Apply ${count + 1} changes` }).click()
  await expect(page.getByText(`${count + 1} of ${count + 1} changes applied.`)).toBeVisible()
  await page.goto(`/apis/${api.id}/activity`)
  return { api, clients }
}
