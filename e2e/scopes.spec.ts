import type { Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { environment } from './environment'
import { expect, test } from './fixtures'
import { holdScripts } from './hold-scripts'

const value = (page: Page) => page.getByRole('textbox', { name: 'Scope', exact: true })
const description = (page: Page) => page.getByRole('textbox', { name: 'Description', exact: true })
const row = (page: Page, scope: string) =>
  page.getByRole('row').filter({ has: page.getByText(scope, { exact: true }) })

async function scopesOf(
  {
    api,
  }: { api: { resourceServers: { get: (id: string) => PromiseLike<{ scopes?: { value: string }[] }> } } },
  id: string,
) {
  const { scopes = [] } = await api.resourceServers.get(id)
  return scopes.map((scope) => scope.value)
}

test('a scope that is added before the page’s script has run is added once it has', async ({
  page,
  tenant,
}) => {
  const api = await tenant.resourceServer({ scopes: [] })
  const releaseScripts = await holdScripts(page)
  await page.goto(`/apis/${api.id}/scopes`, { waitUntil: 'commit' })
  await value(page).fill('read:books')
  await description(page).fill('Read books')
  await page.getByRole('button', { name: 'Add scope' }).click()
  releaseScripts()

  await expect(row(page, 'read:books')).toContainText('Read books')
})

test('Enter adds a scope and keeps the cursor for the next', async ({ page, tenant }) => {
  const api = await tenant.resourceServer({ scopes: [] })
  await page.goto(`/apis/${api.id}/scopes`)
  await expect(page.getByText('No scopes yet.')).toBeVisible()
  await expectAccessible(page)
  await value(page).fill('read:books')
  await description(page).fill('Read books')
  await page.keyboard.press('Enter')
  await expect(value(page)).toBeFocused()
  await page.keyboard.type('write:books')
  await page.keyboard.press('Enter')
  await page.keyboard.type('burn:books')
  await page.keyboard.press('Enter')

  await expect(row(page, 'burn:books').getByRole('button', { name: 'Remove burn:books' })).toBeVisible()
  await expect(row(page, 'read:books')).toContainText('Read books')
  await expect(page.getByText('3 scopes, an API can have 1,000')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Scopes 3' })).toBeVisible()
  expect(await scopesOf(tenant, api.id)).toEqual(['read:books', 'write:books', 'burn:books'])
})

for (const [typed, complaint] of [
  ['read:orders', 'This API has it already.'],
  ['ship orders', 'Has a space, which separates two scopes.'],
  ['read:<x>', 'Leave out < and >.'],
  ['läs:x', /^ä can't be in a scope/],
  ['x'.repeat(281), '281 characters; a scope has at most 280.'],
] as const) {
  test(`${typed.slice(0, 20)} is refused beside the field and stays typed`, async ({ page, tenant }) => {
    const api = await tenant.resourceServer()
    await page.goto(`/apis/${api.id}/scopes`)
    await value(page).fill(typed)
    await page.keyboard.press('Enter')

    await expect(value(page)).toHaveAccessibleDescription(complaint)
    await expect(value(page)).toHaveValue(typed)
    await expect(value(page)).toBeFocused()
    expect(await scopesOf(tenant, api.id)).toHaveLength(2)
  })
}

test('a scope of 280 characters and a description of 500 fit', async ({ page, tenant }) => {
  const api = await tenant.resourceServer({ scopes: [] })
  await page.goto(`/apis/${api.id}/scopes`)
  await value(page).fill('x'.repeat(280))
  await description(page).fill('ö'.repeat(500))
  await page.getByRole('button', { name: 'Add scope' }).click()

  await expect(page.getByRole('link', { name: 'Scopes 1' })).toBeVisible()
})

test('a description is edited in place', async ({ page, tenant }) => {
  const api = await tenant.resourceServer()
  await page.goto(`/apis/${api.id}/scopes`)
  const edit = page.getByRole('button', { name: 'Edit the description of read:orders' })
  const field = page.getByRole('textbox', { name: 'Description of read:orders' })
  await edit.click()
  await expect(field).toBeFocused()
  await expectAccessible(page)
  await field.fill('Something else')
  await page.keyboard.press('Escape')
  await expect(row(page, 'read:orders')).toContainText('Read orders')
  await expect(edit).toBeFocused()

  await page.keyboard.press('Enter')
  await field.fill('Read orders and their lines')
  await page.keyboard.press('Enter')
  await expect(field).toHaveCount(0)
  await expect(row(page, 'read:orders')).toContainText('Read orders and their lines')
  const { scopes } = await tenant.api.resourceServers.get(api.id)
  expect(scopes).toContainEqual({ value: 'read:orders', description: 'Read orders and their lines' })
})

test('removing names who is granted the scope and takes it out of their grants, by a plan', async ({
  page,
  tenant,
}) => {
  const api = await tenant.resourceServer()
  const [one, two] = [await tenant.client(), await tenant.client()]
  await tenant.grant(one.client_id, api.identifier, ['read:orders', 'create:orders'])
  await tenant.grant(two.client_id, api.identifier, ['read:orders'])
  await page.goto(`/apis/${api.id}/scopes`)
  await expect(row(page, 'read:orders')).toContainText('2 clients')
  await expect(row(page, 'create:orders')).toContainText('1 client')
  await page.getByRole('button', { name: 'Remove read:orders' }).click()
  const impact = page.getByRole('group', { name: 'Remove read:orders' })
  await expect(impact).toContainText('2 clients are granted this scope:')
  await expect(impact.getByRole('link', { name: one.name })).toBeVisible()
  await expect(impact.getByRole('link', { name: two.name })).toBeVisible()
  await expectAccessible(page)
  await impact.getByRole('button', { name: 'Keep scope' }).click()
  await expect(impact).toHaveCount(0)

  await page.getByRole('button', { name: 'Remove read:orders' }).click()
  await impact.getByRole('button', { name: 'Review changes' }).click()
  await page.getByRole('button', { name: 'Apply 3 changes' }).click()
  await expect(page.getByText('3 of 3 changes applied.')).toBeVisible()
  expect(await scopesOf(tenant, api.id)).toEqual(['create:orders'])
  const { data } = await tenant.api.clientGrants.list({ audience: api.identifier })
  expect(data.flatMap(({ scope }) => scope)).toEqual(['create:orders'])
})

test('a scope that no grant lists goes at once, unless it was granted meanwhile', async ({
  page,
  tenant,
}) => {
  const [api, client, all] = [await tenant.resourceServer(), await tenant.client(), await tenant.client()]
  await tenant.api.clientGrants.create({
    client_id: all.client_id,
    audience: api.identifier,
    allow_all_scopes: true,
  })
  await page.goto(`/apis/${api.id}/scopes`)
  await page.getByRole('button', { name: 'Remove read:orders' }).click()
  const impact = page.getByRole('group', { name: 'Remove read:orders' })
  await expect(impact).toContainText('1 client with all scopes loses it.')
  await tenant.grant(client.client_id, api.identifier, ['read:orders'])
  await impact.getByRole('button', { name: 'Remove from the API' }).click()
  await expect(impact.getByRole('alert')).toContainText('read:orders was granted meanwhile')
  await expect(impact.getByRole('button', { name: 'Review changes' })).toBeVisible()
  await expect(impact.getByRole('link', { name: client.name })).toBeVisible()

  await page.getByRole('button', { name: 'Remove create:orders' }).click()
  await page.getByRole('button', { name: 'Remove from the API' }).click()
  await expect(row(page, 'create:orders')).toHaveCount(0)
  expect(await scopesOf(tenant, api.id)).toEqual(['read:orders'])
})

test('many lines are pasted: good ones go, bad ones stay until they are mended', async ({ page, tenant }) => {
  const api = await tenant.resourceServer({ scopes: [] })
  await page.goto(`/apis/${api.id}/scopes`)
  await page.getByRole('button', { name: 'Paste many' }).click()
  const area = page.getByRole('textbox', { name: 'Scopes, one a line' })
  await area.fill(
    'approve:orders, Approve orders above the limit\nship orders, Hand an order to the carrier\nping',
  )
  await expect(page.getByText('2 lines are ready, line 2 stays here.')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Preview' })).toContainText(
    'Has a space, which separates two scopes.',
  )
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Add 2 scopes' }).click()
  await expect(area).toHaveValue('ship orders, Hand an order to the carrier')

  await page.getByRole('button', { name: 'Use ship:orders' }).click()
  await page.getByRole('button', { name: 'Add 1 scope' }).click()
  await expect(area).toHaveCount(0)
  await expect(row(page, 'ship:orders')).toContainText('Hand an order to the carrier')
  expect(await scopesOf(tenant, api.id)).toEqual(['approve:orders', 'ping', 'ship:orders'])
})

test('a thousand scopes are pasted at once and stay quick to filter', async ({ page, tenant }) => {
  test.slow() // the tests beside it share two cores with a thousand rows
  const api = await tenant.resourceServer({ scopes: [] })
  const lines = Array.from({ length: 1001 }, (_, index) => `scope:${index}, What scope ${index} allows`)
  await page.goto(`/apis/${api.id}/scopes`)
  await page.getByRole('button', { name: 'Paste many' }).click()
  await page.getByRole('textbox', { name: 'Scopes, one a line' }).fill(lines.join('\n'))
  await expect(page.getByText('1,000 lines are ready, line 1001 stays here.')).toBeVisible()
  await page.getByRole('button', { name: 'Add 1,000 scopes' }).click()
  await expect(page.getByText('1,000 scopes, an API can have 1,000')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Close' }).click()
  expect(await scopesOf(tenant, api.id)).toHaveLength(1000)

  await page.reload()
  const filter = page.getByRole('searchbox', { name: 'Filter by scope or description' })
  await filter.pressSequentially('scope:99')
  await expect(page.getByText('11 of 1,000 scopes')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('row')).toHaveCount(12)
  await value(page).fill('one:more')
  await page.keyboard.press('Enter')
  await expect(value(page)).toHaveAccessibleDescription('This API has 1,000 scopes, and no more fit.')
})

test('two admins who add different scopes both keep theirs', async ({ page, tenant }) => {
  const api = await tenant.resourceServer()
  await page.goto(`/apis/${api.id}/scopes`)
  const { scopes = [] } = await tenant.api.resourceServers.get(api.id)
  await tenant.api.resourceServers.update(api.id, { scopes: [...scopes, { value: 'theirs' }] })
  await value(page).fill('mine')
  await page.keyboard.press('Enter')

  await expect(row(page, 'theirs')).toBeVisible()
  await expect(row(page, 'mine').getByRole('button', { name: 'Remove mine' })).toBeVisible()
  expect(await scopesOf(tenant, api.id)).toEqual(['read:orders', 'create:orders', 'theirs', 'mine'])
})

test('a description that somebody changed meanwhile is not overwritten', async ({ page, tenant }) => {
  const api = await tenant.resourceServer()
  await page.goto(`/apis/${api.id}/scopes`)
  await page.getByRole('button', { name: 'Edit the description of read:orders' }).click()
  await page.getByRole('textbox', { name: 'Description of read:orders' }).fill('Mine')
  await tenant.api.resourceServers.update(api.id, {
    scopes: [{ value: 'read:orders', description: 'Theirs' }],
  })
  await page.keyboard.press('Enter')

  await expect(row(page, 'read:orders').getByRole('alert')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Description of read:orders' })).toHaveValue('Mine')
  const { scopes } = await tenant.api.resourceServers.get(api.id)
  expect(scopes).toEqual([{ value: 'read:orders', description: 'Theirs' }])
})

test('a scope that was removed in another tab is said to be gone', async ({ page, tenant }) => {
  const api = await tenant.resourceServer()
  await page.goto(`/apis/${api.id}/scopes`)
  await tenant.api.resourceServers.update(api.id, { scopes: [] })
  await page.getByRole('button', { name: 'Edit the description of read:orders' }).click()
  await page.getByRole('textbox', { name: 'Description of read:orders' }).fill('Too late')
  await page.keyboard.press('Enter')

  await expect(page.getByRole('alert').filter({ hasText: 'read:orders' })).toBeVisible()
  expect(await scopesOf(tenant, api.id)).toEqual([])
})

test('the table reads without JavaScript', async ({ browser, context, tenant }) => {
  const api = await tenant.resourceServer()
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await context.storageState(),
    baseURL: environment.url,
  })
  const page = await plain.newPage()
  await page.goto(`/apis/${api.id}/scopes`)

  await expect(row(page, 'read:orders')).toContainText('Read orders')
  await plain.close()
})

test('the scopes of the system API are read only', async ({ page }) => {
  await page.goto('/apis')
  await page.getByRole('link', { name: 'Auth0 Management API', exact: true }).click()
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Scopes \d/ })
    .click()

  await expect(page.getByText('The tenant defines these scopes')).toBeVisible()
  await expect(row(page, 'read:clients')).toBeVisible()
  await expect(page.getByRole('button', { name: /^(Add|Remove|Edit)/ })).toHaveCount(0)
  await expectAccessible(page)
})
