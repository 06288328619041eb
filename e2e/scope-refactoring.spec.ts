import type { Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { expect, test } from './fixtures'
import type { TenantFixture } from './tenant'

test('a scope is renamed at the API and in every grant, by a plan', async ({ page, tenant }) => {
  const { api, reader, writer } = await orders(tenant)
  await rework(page, api.id, 'read:orders', 'Rename…')
  const dialog = page.getByRole('dialog', { name: 'Rename read:orders' })
  const field = dialog.getByLabel('New scope')
  await expect(field).toBeFocused()
  await expect(dialog).toContainText('2 clients:')
  await expect(dialog).toContainText(reader.name)
  await expectAccessible(page)

  for (const [typed, complaint] of [
    ['read:orders', 'It has this name already.'],
    ['create:orders', 'This API has it already. Close this and choose Merge into…'],
    ['list orders', 'Has a space, which separates two scopes.'],
  ] as const) {
    await field.fill(typed)
    await page.keyboard.press('Enter')
    await expect(field).toHaveAccessibleDescription(complaint)
    await expect(field).toHaveValue(typed)
  }
  await field.fill('list:orders')
  await dialog.getByRole('button', { name: 'Review changes' }).click()

  await expect(page.getByRole('heading', { level: 1, name: '4 changes' })).toBeVisible()
  expect(await scopesOf(tenant, api.id)).toEqual(['read:orders', 'create:orders'])
  await page.getByRole('button', { name: 'Apply 4 changes' }).click()
  await expect(page.getByText('4 of 4 changes applied.')).toBeVisible()
  expect(await scopesOf(tenant, api.id)).toEqual(['create:orders', 'list:orders'])
  expect(await held(tenant, reader.client_id)).toEqual(['list:orders'])
  expect(await held(tenant, writer.client_id)).toEqual(['list:orders', 'create:orders'])
})

test('a scope is split, and kept where it is named too', async ({ page, tenant }) => {
  const { api, writer } = await orders(tenant)
  await rework(page, api.id, 'create:orders', 'Split…')
  const dialog = page.getByRole('dialog', { name: 'Split create:orders' })
  const field = dialog.getByLabel('New scopes')
  await field.fill('draft:orders')
  await dialog.getByRole('button', { name: 'Review changes' }).click()
  await expect(field).toHaveAccessibleDescription(/^Name at least two scopes, one a line\./)
  await expectAccessible(page)
  await field.fill('draft:orders, Create drafts\ncreate:orders')
  await dialog.getByRole('button', { name: 'Review changes' }).click()

  await page.getByRole('button', { name: 'Apply 2 changes' }).click()
  await expect(page.getByText('2 of 2 changes applied.')).toBeVisible()
  expect(await scopesOf(tenant, api.id)).toEqual(['read:orders', 'create:orders', 'draft:orders'])
  expect(await held(tenant, writer.client_id)).toEqual(['read:orders', 'draft:orders', 'create:orders'])
})

test('a scope is merged into another one', async ({ page, tenant }) => {
  const { api, writer } = await orders(tenant)
  await rework(page, api.id, 'create:orders', 'Merge into…')
  const dialog = page.getByRole('dialog', { name: 'Merge create:orders into another scope' })
  await dialog.getByRole('button', { name: 'Review changes' }).click()
  const field = dialog.getByLabel('Merge into')
  await expect(field).toHaveAccessibleDescription('Choose a scope.')
  await field.selectOption('read:orders')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Review changes' }).click()

  await page.getByRole('button', { name: 'Apply 2 changes' }).click()
  await expect(page.getByText('2 of 2 changes applied.')).toBeVisible()
  expect(await scopesOf(tenant, api.id)).toEqual(['read:orders'])
  expect(await held(tenant, writer.client_id)).toEqual(['read:orders'])
})

test('several scopes are merged at once, and whom that concerns follows the choice', async ({
  page,
  tenant,
}) => {
  const api = await tenant.resourceServer({
    scopes: ['read', 'list', 'export', 'create'].map((action) => ({ value: `${action}:orders` })),
  })
  const [reader, exporter] = [await tenant.client(), await tenant.client()]
  await tenant.grant(reader.client_id, api.identifier, ['list:orders', 'create:orders'])
  await tenant.grant(exporter.client_id, api.identifier, ['export:orders', 'list:orders'])
  await rework(page, api.id, 'list:orders', 'Merge into…')
  const dialog = page.getByRole('dialog', { name: 'Merge list:orders into another scope' })
  await dialog.getByLabel('Merge into').selectOption('read:orders')
  await expect(dialog.getByRole('checkbox', { name: 'read:orders' })).toHaveCount(0)
  await expect(dialog).toContainText('2 clients:')
  await dialog.getByRole('checkbox', { name: 'export:orders' }).check()
  await expect(dialog).toContainText('Who holds one of these 2 scopes holds read:orders instead.')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Review changes' }).click()

  await page.getByRole('button', { name: 'Apply 4 changes' }).click()
  await expect(page.getByText('4 of 4 changes applied.')).toBeVisible()
  expect(await scopesOf(tenant, api.id)).toEqual(['read:orders', 'create:orders'])
  expect(await held(tenant, reader.client_id)).toEqual(['read:orders', 'create:orders'])
  expect(await held(tenant, exporter.client_id)).toEqual(['read:orders'])
})

test('a scope is retired, and who has all scopes is counted', async ({ page, tenant }) => {
  const { api, writer } = await orders(tenant)
  const all = await tenant.client()
  await tenant.api.clientGrants.create({
    client_id: all.client_id,
    audience: api.identifier,
    allow_all_scopes: true,
  })
  await page.goto(`/apis/${api.id}/scopes`)
  await page.getByRole('button', { name: 'Remove create:orders' }).click()
  const impact = page.getByRole('group', { name: 'Remove create:orders' })
  await expect(impact).toContainText(`1 client is granted this scope: ${writer.name}.`)
  await expect(impact).toContainText('also for 1 client with all scopes')
  await expectAccessible(page)
  await impact.getByRole('button', { name: 'Review changes' }).click()

  await page.getByRole('button', { name: 'Apply 2 changes' }).click()
  await expect(page.getByText('2 of 2 changes applied.')).toBeVisible()
  expect(await scopesOf(tenant, api.id)).toEqual(['read:orders'])
})

test('a scope that somebody removed meanwhile can’t be renamed, and what was typed stays', async ({
  page,
  tenant,
}) => {
  const { api } = await orders(tenant)
  await rework(page, api.id, 'create:orders', 'Rename…')
  await tenant.api.resourceServers.update(api.id, { scopes: [{ value: 'read:orders' }] })
  const dialog = page.getByRole('dialog', { name: 'Rename create:orders' })
  await dialog.getByLabel('New scope').fill('place:orders')
  await page.keyboard.press('Enter')

  await expect(dialog.getByRole('alert').filter({ hasText: 'Nothing was planned.' })).toContainText(
    `${api.name} no longer has the scope create:orders.`,
  )
  await expect(dialog.getByLabel('New scope')).toHaveValue('place:orders')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Rework create:orders' })).toBeFocused()
})

test('a new scope is granted also to the clients that hold another', async ({ page, tenant }) => {
  const { api, reader, writer } = await orders(tenant)
  await page.goto(`/apis/${api.id}/scopes`)
  await page.getByRole('textbox', { name: 'Scope', exact: true }).fill('export:orders')
  await page.getByLabel('Grant also to the clients that hold').selectOption('create:orders')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Review changes' }).click()

  await page.getByRole('button', { name: 'Apply 2 changes' }).click()
  await expect(page.getByText('2 of 2 changes applied.')).toBeVisible()
  expect(await held(tenant, writer.client_id)).toEqual(['read:orders', 'create:orders', 'export:orders'])
  expect(await held(tenant, reader.client_id)).toEqual(['read:orders'])
})

test('pasted scopes are granted also to the clients that hold another, all of them or none', async ({
  page,
  tenant,
}) => {
  const { api, reader, writer } = await orders(tenant)
  await page.goto(`/apis/${api.id}/scopes`)
  await page.getByLabel('Grant also to the clients that hold').selectOption('create:orders')
  await page.getByRole('button', { name: 'Paste many' }).click()
  const lines = page.getByRole('textbox', { name: 'Scopes, one a line' })
  await lines.fill('export:orders, Export them\nread:orders\nship:orders')
  const panel = page.getByRole('region', { name: 'Paste many' })
  await expect(panel.getByRole('status')).toHaveText(
    '2 lines are ready, line 2 is not. A plan takes all of them: mend or leave out what is marked.',
  )
  await expect(panel.getByRole('button', { name: 'Review changes' })).toBeDisabled()
  await expectAccessible(page)

  await lines.fill('export:orders, Export them\nship:orders')
  await expect(panel.getByRole('status')).toHaveText(
    '2 lines are ready. They are granted to the clients that hold create:orders.',
  )
  await panel.getByRole('button', { name: 'Review changes' }).click()
  await page.getByRole('button', { name: 'Apply 2 changes' }).click()
  await expect(page.getByText('2 of 2 changes applied.')).toBeVisible()
  const writes = ['read:orders', 'create:orders', 'export:orders', 'ship:orders']
  expect(await held(tenant, writer.client_id)).toEqual(writes)
  expect(await held(tenant, reader.client_id)).toEqual(['read:orders'])
})

/** An API of two scopes; the reader holds one, the writer both. */
async function orders(tenant: TenantFixture) {
  const [api, reader, writer] = [await tenant.resourceServer(), await tenant.client(), await tenant.client()]
  await tenant.grant(reader.client_id, api.identifier, ['read:orders'])
  await tenant.grant(writer.client_id, api.identifier, ['read:orders', 'create:orders'])
  return { api, reader, writer }
}

async function rework(page: Page, apiId: string, scope: string, how: string) {
  await page.goto(`/apis/${apiId}/scopes`)
  await page.getByRole('button', { name: `Rework ${scope}` }).click()
  await page.getByRole('menuitem', { name: how }).click()
}

const scopesOf = async ({ api }: TenantFixture, id: string) =>
  ((await api.resourceServers.get(id)).scopes ?? []).map(({ value }) => value)

const held = async ({ api }: TenantFixture, client_id: string) =>
  (await api.clientGrants.list({ client_id })).data[0]?.scope
