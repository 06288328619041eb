import { expectAccessible } from './axe'
import { environment } from './environment'
import { expect, test } from './fixtures'

test('a change is recorded with who, what, before and after', async ({ page, tenant }) => {
  const [api, client] = [await tenant.resourceServer(), await tenant.client()]
  await tenant.grant(client.client_id, api.identifier, ['read:orders'])
  await page.goto(`/apis/${api.id}/non-interactive-clients?client=${client.client_id}`)
  await page.getByRole('button', { name: `Scopes of ${client.name}` }).click()
  await page.getByRole('checkbox', { name: 'create:orders' }).check()
  await expect(page.getByText(`Added create:orders to ${client.name}`)).toBeVisible()
  await page.goto('/activity')

  const change = page.getByRole('group').filter({ hasText: `Added create:orders to ${client.name}` })
  await expect(change).toContainText(environment.admin.email)
  await change.getByText(`Added create:orders to ${client.name}`).click()
  await expect(change.getByRole('listitem').filter({ hasText: 'Unchanged' })).toContainText('read:orders')
  await expect(change.getByRole('listitem').filter({ hasText: 'Added' })).toContainText('create:orders')
  await expect(change.getByRole('link', { name: client.name })).toBeVisible()
  await expectAccessible(page)
})

test('a refused change is recorded with its reason', async ({ page, tenant }) => {
  const [api, client] = [await tenant.resourceServer(), await tenant.client()]
  await page.goto(`/apis/${api.id}/non-interactive-clients?client=${client.client_id}`)
  await tenant.api.clients.delete(client.client_id)
  await page.getByRole('checkbox', { name: `Authorize ${client.name}` }).click()
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
  await page.goto('/activity')

  const change = page.getByRole('group').filter({ hasText: `Could not authorize ${client.name}` })
  await expect(change).toContainText('Failed')
  await change.getByText(`Could not authorize ${client.name}`).click()
  await expect(change.getByText('Nothing was changed.')).toBeVisible()
})

test('a revealed secret is recorded without the secret', async ({ page, tenant }) => {
  const client = await tenant.client()
  await page.goto(`/clients/${client.client_id}/credentials`)
  await page.getByRole('button', { name: /^Reveal/ }).click()
  await expect(page.getByText(client.client_secret)).toBeVisible()
  await page.goto('/activity')

  const change = page.getByRole('group').filter({ hasText: `Revealed the secret of ${client.name}` })
  await expect(change).toContainText('Read, not changed')
  expect(await page.content()).not.toContain(client.client_secret)
})

test('the record opens without JavaScript', async ({ browser, context, page, tenant }) => {
  const client = await tenant.client()
  await page.goto(`/clients/${client.client_id}/credentials`)
  await page.getByRole('button', { name: /^Reveal/ }).click()
  await expect(page.getByText(client.client_secret)).toBeVisible()

  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await context.storageState(),
    baseURL: environment.url,
  })
  const reader = await plain.newPage()
  await reader.goto('/activity')
  const change = reader.getByRole('group').filter({ hasText: `Revealed the secret of ${client.name}` })
  await change.locator('summary').click()
  await expect(change.getByText('The secret itself is not part of this record.')).toBeVisible()
  await plain.close()
})

test('a client that was there from the start and never changed has a record to come', async ({ page }) => {
  await page.goto(`/clients/${environment.management.clientId}/activity`)

  await expect(page.getByRole('heading', { name: 'No change to this client yet' })).toBeVisible()
})

test('a page after the last one says so', async ({ page }) => {
  await page.goto('/activity?page=999999')

  const heading = page.getByRole('heading', { name: /No changes on this page|Nothing was changed yet/ })
  await expect(heading).toBeVisible()
})

test('is narrowed by client, API, scope, person and time, each taken off by itself, and exported so', async ({
  page,
  tenant,
}) => {
  const [api, other, client] = [
    await tenant.resourceServer(),
    await tenant.resourceServer(),
    await tenant.client({ name: `Narrow ${crypto.randomUUID()}` }),
  ]
  for (const { id } of [api, other]) {
    await page.goto(`/apis/${id}/non-interactive-clients?client=${client.client_id}`)
    await page.getByRole('checkbox', { name: `Authorize ${client.name}` }).click()
    await expect(page.getByText('2 of 2', { exact: true })).toBeVisible()
  }
  await page.goto('/activity')
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  const filter = page.getByRole('dialog', { name: 'Filter' })
  await filter.getByLabel('Client').fill(client.name.slice(0, 20).toUpperCase())
  await filter.getByLabel('API').fill(api.identifier)
  await filter.getByLabel('Scope').fill('read:orders')
  await filter.getByLabel('Person').selectOption(environment.admin.email)
  await filter.getByLabel('Time').selectOption('Last 24 hours')
  await expectAccessible(page)
  await filter.getByRole('button', { name: 'Apply filters' }).click()

  const change = (name: string) =>
    page.getByRole('group').filter({ hasText: `Authorized ${client.name} for ${name}` })
  await expect(page.getByRole('main').getByRole('group')).toHaveCount(1)
  await expect(change(api.name)).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Where it was changed' })).toContainText('Elsewhere0')
  const href = await page.getByRole('link', { name: 'Export JSON' }).getAttribute('href')
  const exported: { subject: { apiName: string } }[] = await (await page.request.get(String(href))).json()
  expect(exported.map(({ subject }) => subject.apiName)).toEqual([api.name])

  await page.getByRole('link', { name: `Remove the filter API ${api.identifier}` }).click()
  await expect(change(other.name)).toBeVisible()
  await expect(page.getByRole('main').getByRole('group')).toHaveCount(2)
})

test('what is searched for and never happened is said so, with the way back', async ({ page }) => {
  await page.goto('/activity?to=2001-01-01')
  await expect(page.getByText('1 Jan 2001')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'No change matches this filter' })).toBeVisible()

  await page.getByRole('link', { name: 'Show everything' }).click()
  await expect(page).toHaveURL(/\/activity$/)
})
