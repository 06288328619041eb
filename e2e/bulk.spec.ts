import type { Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { expect, test } from './fixtures'
import type { TenantFixture } from './tenant'

const dock = (page: Page) => page.getByRole('region', { name: 'Selection' })
const box = (page: Page, name: string) => page.getByRole('checkbox', { name: `Select ${name}`, exact: true })

test('selected clients are authorized for an API with the scopes that were picked, by a plan', async ({
  page,
  tenant,
}) => {
  const { mark, names, clients } = await some(tenant, 3)
  const api = await tenant.resourceServer()
  await tenant.grant(clients[0] ?? '', api.identifier, ['read:orders'])
  await page.goto(`/clients?q=${mark}`)
  await box(page, names[0] ?? '').check()
  await box(page, names[1] ?? '').check()
  await expect(dock(page)).toContainText('2 selected of 3 clients that match')
  await expectAccessible(page)
  await dock(page).getByRole('button', { name: 'Authorize…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Authorize 2 clients for an API' })
  await dialog.getByRole('button', { name: 'Review changes' }).click()
  await expect(dialog.getByLabel('API', { exact: true })).toHaveAccessibleDescription('Choose an API.')
  await dialog.getByLabel('API', { exact: true }).selectOption({ label: api.name })
  await dialog.getByRole('checkbox', { name: 'create:orders' }).check()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Review changes' }).click()

  await page.getByRole('button', { name: 'Apply 2 changes' }).click()
  await expect(page.getByText('2 of 2 changes applied.')).toBeVisible()
  expect(await held(tenant, api.identifier)).toEqual({
    [clients[0] ?? '']: ['read:orders', 'create:orders'],
    [clients[1] ?? '']: ['create:orders'],
  })
})

test('all that match are selected beyond the page, less one; the filter travels', async ({
  page,
  tenant,
}) => {
  const { mark, names, clients } = await some(tenant, 27)
  const api = await tenant.resourceServer()
  for (const client of clients) await tenant.grant(client, api.identifier, ['read:orders', 'create:orders'])
  await page.goto(`/clients?q=${mark}`)
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check()
  await expect(dock(page)).toContainText('25 selected of 27 clients that match')
  await dock(page).getByRole('button', { name: 'Select all 27' }).click()
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(box(page, names[26] ?? '')).toBeChecked()
  await box(page, names[26] ?? '').uncheck()
  await expect(dock(page)).toContainText('26 selected of 27 clients that match')
  await dock(page).getByRole('button', { name: 'Remove scopes…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Remove scopes from 26 clients' })
  await dialog.getByLabel('API', { exact: true }).selectOption({ label: api.name })
  await dialog.getByRole('checkbox', { name: 'create:orders' }).check()
  await dialog.getByRole('button', { name: 'Review changes' }).click()

  await page.getByRole('button', { name: 'Apply 26 changes' }).click()
  await expect(page.getByText('26 of 26 changes applied.')).toBeVisible({ timeout: 20_000 })
  const after = await held(tenant, api.identifier)
  expect(after[clients[26] ?? '']).toEqual(['read:orders', 'create:orders'])
  expect(Object.values(after).filter((scope) => scope?.join() === 'read:orders')).toHaveLength(26)
})

test('access is revoked at every API at once', async ({ page, tenant }) => {
  const { mark, names, clients } = await some(tenant, 1)
  const [one, other] = [await tenant.resourceServer(), await tenant.resourceServer()]
  await tenant.grant(clients[0] ?? '', one.identifier, ['read:orders'])
  await tenant.grant(clients[0] ?? '', other.identifier, ['read:orders'])
  await page.goto(`/clients?q=${mark}`)
  await box(page, names[0] ?? '').check()
  await dock(page).getByRole('button', { name: 'Revoke…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Revoke access of 1 client' })
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Review changes' }).click()
  await page.getByRole('button', { name: 'Apply 2 changes' }).click()

  await expect(page.getByText('2 of 2 changes applied.')).toBeVisible()
  expect((await tenant.api.clientGrants.list({ client_id: clients[0] })).data).toEqual([])
})

test('clients are deleted, and the list knows', async ({ page, tenant }) => {
  const { mark } = await some(tenant, 2)
  await page.goto(`/clients?q=${mark}`)
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check()
  await dock(page).getByRole('button', { name: 'Delete…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete 2 clients' })
  await dialog.getByRole('button', { name: 'Review changes' }).click()
  await page.getByRole('button', { name: 'Apply 2 changes' }).click()
  await expect(page.getByText('2 of 2 changes applied.')).toBeVisible()
  await page.goto(`/clients?q=${mark}`)

  await expect(page.getByRole('heading', { name: 'No client matches' })).toBeVisible()
})

test('another filter ends the selection, and what is as wanted is not planned', async ({ page, tenant }) => {
  const { mark, names } = await some(tenant, 2)
  await page.goto(`/clients?q=${mark}`)
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check()
  await dock(page).getByRole('button', { name: 'Revoke…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Revoke access of 2 clients' })
  await dialog.getByRole('button', { name: 'Review changes' }).click()
  await expect(dialog.getByRole('alert')).toContainText('None of them is authorized. Nothing was planned.')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(dock(page)).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search clients' }).fill(names[0] ?? '')
  await page.keyboard.press('Enter')

  await expect(box(page, names[1] ?? '')).toHaveCount(0)
  await expect(box(page, names[0] ?? '')).not.toBeChecked()
  await expect(dock(page)).toHaveCount(0)
})

test('scopes are added for those alone that are authorized', async ({ page, tenant }) => {
  const { mark, clients } = await some(tenant, 2)
  const api = await tenant.resourceServer()
  await tenant.grant(clients[0] ?? '', api.identifier, ['read:orders'])
  await page.goto(`/clients?q=${mark}`)
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check()
  await dock(page).getByRole('button', { name: 'Add scopes…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add scopes to 2 clients' })
  await dialog.getByLabel('API', { exact: true }).selectOption({ label: api.name })
  await dialog.getByRole('button', { name: 'Review changes' }).click()
  await expect(dialog.getByText('Choose a scope to add.')).toBeVisible()
  await dialog.getByRole('checkbox', { name: 'create:orders' }).check()
  await dialog.getByRole('button', { name: 'Review changes' }).click()

  await page.getByRole('button', { name: 'Apply 1 change' }).click()
  await expect(page.getByText('1 of 1 change applied.')).toBeVisible()
  expect(await held(tenant, api.identifier)).toEqual({ [clients[0] ?? '']: ['read:orders', 'create:orders'] })
})

test('many clients of an API are selected on its own tab', async ({ page, tenant }) => {
  const { mark, names, clients } = await some(tenant, 3)
  const api = await tenant.resourceServer()
  await tenant.grant(clients[0] ?? '', api.identifier, ['read:orders', 'create:orders'])
  await tenant.grant(clients[1] ?? '', api.identifier, ['read:orders'])
  await page.goto(`/apis/${api.id}/non-interactive-clients?q=${mark}`)
  await page.getByRole('button', { name: 'Select many' }).click()
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check()
  await box(page, names[1] ?? '').uncheck()
  await expect(dock(page)).toContainText('2 selected')
  await expectAccessible(page)
  await dock(page).getByRole('button', { name: 'Authorize…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Authorize 2 clients for an API' })
  await expect(dialog.getByLabel('API', { exact: true })).toHaveValue(api.id)
  await dialog.getByRole('checkbox', { name: 'create:orders' }).check()
  await dialog.getByRole('button', { name: 'Review changes' }).click()

  await page.getByRole('button', { name: 'Apply 1 change' }).click()
  await expect(page.getByText('1 of 1 change applied.')).toBeVisible()
  expect(await held(tenant, api.identifier)).toEqual({
    [clients[0] ?? '']: ['read:orders', 'create:orders'],
    [clients[1] ?? '']: ['read:orders'],
    [clients[2] ?? '']: ['create:orders'],
  })
})

test('many APIs of a client are selected on its own tab', async ({ page, tenant }) => {
  const client = await tenant.client()
  const mark = crypto.randomUUID().slice(0, 8)
  const apis = await Promise.all(
    ['one', 'two', 'three'].map((name) => tenant.resourceServer({ name: `${name} ${mark}` })),
  )
  const [one, two, three] = apis
  await tenant.grant(client.client_id, one?.identifier ?? '', ['read:orders'])
  await page.goto(`/clients/${client.client_id}/apis?q=${mark}`)
  await page.getByRole('button', { name: 'Select many' }).click()
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check()
  await box(page, three?.name ?? '').uncheck()
  await expect(dock(page)).toContainText('2 selected')
  await expectAccessible(page)
  await dock(page).getByRole('button', { name: 'Authorize…' }).click()
  const authorize = page.getByRole('dialog', { name: `Authorize ${client.name} for 2 APIs` })
  await authorize.getByRole('button', { name: 'Review changes' }).click()
  await page.getByRole('button', { name: 'Apply 2 changes' }).click()
  await expect(page.getByText('2 of 2 changes applied.')).toBeVisible()
  const both = ['read:orders', 'create:orders']
  expect(await access(tenant, client.client_id)).toEqual({
    [one?.identifier ?? '']: both,
    [two?.identifier ?? '']: both,
  })

  await page.goto(`/clients/${client.client_id}/apis?q=${mark}`)
  await page.getByRole('button', { name: 'Select many' }).click()
  await box(page, one?.name ?? '').check()
  await dock(page).getByRole('button', { name: 'Revoke…' }).click()
  const revoke = page.getByRole('dialog', { name: `Revoke the access of ${client.name} to 1 API` })
  await revoke.getByRole('button', { name: 'Review changes' }).click()
  await page.getByRole('button', { name: 'Apply 1 change' }).click()
  await expect(page.getByText('1 of 1 change applied.')).toBeVisible()
  expect(await access(tenant, client.client_id)).toEqual({ [two?.identifier ?? '']: both })
})

test('everybody loses access to an API at once', async ({ page, tenant }) => {
  const { clients } = await some(tenant, 2)
  const api = await tenant.resourceServer()
  for (const client of clients) await tenant.grant(client, api.identifier, ['read:orders'])
  await page.goto(`/apis/${api.id}/non-interactive-clients`)
  await page.getByRole('button', { name: 'Select many' }).click()
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check()
  await expect(page.getByRole('checkbox', { name: /^Authorize/ })).toHaveCount(0)
  await dock(page).getByRole('button', { name: 'Revoke…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Review changes' }).click()

  await page.getByRole('button', { name: 'Apply 2 changes' }).click()
  await expect(page.getByText('2 of 2 changes applied.')).toBeVisible()
  expect(await held(tenant, api.identifier)).toEqual({})
})

test('many APIs are deleted, but not the tenant’s own', async ({ page, tenant }) => {
  const mark = `apis ${crypto.randomUUID().slice(0, 8)}`
  const [one, other] = [
    await tenant.resourceServer({ name: `${mark} 1` }),
    await tenant.resourceServer({ name: `${mark} 2` }),
  ]
  const client = await tenant.client()
  await tenant.grant(client.client_id, one.identifier, ['read:orders'])
  await page.goto(`/apis?q=${mark}`)
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check()
  await expect(dock(page)).toContainText('2 selected of 2 APIs that match')
  await expectAccessible(page)
  await dock(page).getByRole('button', { name: 'Revoke all access…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Review changes' }).click()
  await expect(page.getByRole('button', { name: 'Apply 1 change' })).toBeVisible()

  await page.goto(`/apis?q=${mark}`)
  await box(page, other.name).check()
  await dock(page).getByRole('button', { name: 'Delete…' }).click()
  await page
    .getByRole('dialog', { name: 'Delete 1 API' })
    .getByRole('button', { name: 'Review changes' })
    .click()
  await page.getByRole('button', { name: 'Apply 1 change' }).click()
  await expect(page.getByText('1 of 1 change applied.')).toBeVisible()
  await page.goto(`/apis?q=${mark}`)
  await expect(page.getByRole('link', { name: one.name, exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: other.name })).toHaveCount(0)

  await page.goto('/apis?q=Auth0 Management')
  await box(page, 'Auth0 Management API').check()
  await dock(page).getByRole('button', { name: 'Delete…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Review changes' }).click()
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('can’t be deleted')
})

/** So many clients that one word finds, in the order of their names. */
async function some(tenant: TenantFixture, count: number) {
  const mark = `bulk-${crypto.randomUUID().slice(0, 8)}`
  const names = Array.from({ length: count }, (_, index) => `${mark} ${String(index).padStart(2, '0')}`)
  const clients: string[] = []
  for (const name of names) clients.push((await tenant.client({ name })).client_id)
  return { mark, names, clients }
}

async function held({ api }: TenantFixture, audience: string) {
  const { data } = await api.clientGrants.list({ audience, take: 100 })
  return Object.fromEntries(data.map(({ client_id, scope }) => [client_id ?? '', scope]))
}

async function access({ api }: TenantFixture, client_id: string) {
  const { data } = await api.clientGrants.list({ client_id })
  return Object.fromEntries(data.map(({ audience, scope }) => [audience ?? '', scope]))
}
