import { expectAccessible } from './axe'
import { environment } from './environment'
import { expect, test } from './fixtures'
import { holdScripts } from './hold-scripts'

test('a rename shows at once, in the heading and in the list', async ({ page, tenant }) => {
  const client = await tenant.client()
  const name = `Renamed ${crypto.randomUUID().slice(0, 8)}`
  await page.goto(`/clients/${client.client_id}`)
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await expect(page.getByRole('region', { name: 'Unsaved changes' })).toContainText('1 unsaved change')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save change' }).click()

  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Unsaved changes' })).toHaveCount(0)
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Clients' }).click()
  await expect(page.getByRole('link', { name })).toBeVisible()
})

test('every field is saved, and only what was changed is sent', async ({ page, tenant }) => {
  const client = await tenant.client({ grant_types: ['client_credentials', 'password'] })
  await page.goto(`/clients/${client.client_id}`)
  const description = page.getByRole('textbox', { name: 'Description' })
  await description.fill('Sends the invoices. Почта 📮')
  await expect(description).toHaveAccessibleDescription('28 of 140 characters')
  await page.getByRole('checkbox', { name: 'refresh_token' }).check()
  await page.getByRole('radio', { name: 'Secret in the header' }).check()
  await page.getByRole('button', { name: 'Save 3 changes' }).click()
  await expect(page.getByRole('region', { name: 'Unsaved changes' })).toHaveCount(0)

  const saved = await tenant.api.clients.get(client.client_id)
  expect(saved).toMatchObject({
    name: client.name,
    description: 'Sends the invoices. Почта 📮',
    token_endpoint_auth_method: 'client_secret_basic',
  })
  expect(new Set(saved.grant_types)).toEqual(new Set(['client_credentials', 'password', 'refresh_token']))
})

test('what is typed and chosen before the page’s script has run is kept', async ({ page, tenant }) => {
  const client = await tenant.client()
  const releaseScripts = await holdScripts(page)
  await page.goto(`/clients/${client.client_id}`, { waitUntil: 'commit' })
  await page.getByRole('textbox', { name: 'Description' }).fill('On a slow line')
  await page.getByRole('radio', { name: 'Secret in the header' }).check()
  await page.getByRole('checkbox', { name: 'refresh_token' }).check()
  releaseScripts()

  await page.getByRole('button', { name: 'Save 3 changes' }).click()
  await expect(page.getByRole('region', { name: 'Unsaved changes' })).toHaveCount(0)
  expect(await tenant.api.clients.get(client.client_id)).toMatchObject({
    name: client.name,
    description: 'On a slow line',
    token_endpoint_auth_method: 'client_secret_basic',
    grant_types: expect.arrayContaining(['client_credentials', 'refresh_token']),
  })
})

test('a description of 141 characters is refused beside the field', async ({ page, tenant }) => {
  const client = await tenant.client()
  await page.goto(`/clients/${client.client_id}`)
  const description = page.getByRole('textbox', { name: 'Description' })
  await description.fill('x'.repeat(141))
  await page.getByRole('button', { name: 'Save change' }).click()

  await expect(description).toHaveAccessibleDescription(/At most 140 characters/)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(description).toHaveValue('')
})

test('no secret and client credentials exclude each other', async ({ page, tenant }) => {
  const client = await tenant.client()
  await page.goto(`/clients/${client.client_id}`)
  await page.getByRole('radio', { name: 'No secret' }).check()
  await page.getByRole('button', { name: 'Save change' }).click()

  await expect(page.getByText(/A client without a secret can’t use client credentials/)).toBeVisible()
  expect((await tenant.api.clients.get(client.client_id)).token_endpoint_auth_method).not.toBe('none')
})

test('two admins who change the same field decide, and nothing is overwritten', async ({ page, tenant }) => {
  const client = await tenant.client({ name: 'Ours at first' })
  await page.goto(`/clients/${client.client_id}`)
  await page.getByRole('textbox', { name: 'Name' }).fill('Mine')
  await tenant.api.clients.update(client.client_id, { name: 'Theirs' })
  await page.getByRole('button', { name: 'Save change' }).click()

  const dialog = page.getByRole('dialog', { name: /was changed since/ })
  await expect(dialog).toContainText('Theirs')
  await expectAccessible(page)
  expect((await tenant.api.clients.get(client.client_id)).name).toBe('Theirs')
  await dialog.getByRole('radio', { name: /Mine/ }).check()
  await dialog.getByRole('button', { name: 'Save choices' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Mine' })).toBeVisible()
})

test('two admins who change different fields both keep their change', async ({ page, tenant }) => {
  const client = await tenant.client({ name: 'As it was' })
  await page.goto(`/clients/${client.client_id}`)
  await page.getByRole('textbox', { name: 'Description' }).fill('Mine')
  await tenant.api.clients.update(client.client_id, {
    name: 'Theirs',
    grant_types: ['refresh_token', 'client_credentials'],
  })
  await page.getByRole('button', { name: 'Save change' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Theirs' })).toBeVisible()
  const saved = await tenant.api.clients.get(client.client_id)
  expect(saved).toMatchObject({ name: 'Theirs', description: 'Mine' })
  expect(saved.grant_types).toEqual(['refresh_token', 'client_credentials'])
})

test('a session that ends in the middle loses nothing that was typed', async ({ page, context, tenant }) => {
  const client = await tenant.client()
  const cookies = await context.cookies()
  await page.goto(`/clients/${client.client_id}`)
  await page.getByRole('textbox', { name: 'Description' }).fill('Typed before')
  await context.clearCookies()
  await page.getByRole('button', { name: 'Save change' }).click()
  await expect(page.getByRole('dialog', { name: 'Sign in again to save' })).toBeVisible()

  await context.addCookies(cookies)
  await page.goto(`/clients/${client.client_id}`)
  await expect(page.getByRole('textbox', { name: 'Description' })).toHaveValue('Typed before')
})

test('deleting says what goes and what lasts, and asks for the name', async ({ page, tenant }) => {
  const client = await tenant.client()
  const api = await tenant.resourceServer({ token_lifetime: 7200 })
  await tenant.grant(client.client_id, api.identifier, ['read:orders'])
  await page.goto(`/clients/${client.client_id}`)
  await expect(page.getByText('Its grant for 1 API goes with it.')).toBeVisible()
  await expect(page.getByText(/stay valid for up to 2 h\.|lives until .* at the latest\./)).toBeVisible()
  await page.getByRole('button', { name: 'Delete client…' }).click()
  const dialog = page.getByRole('dialog', { name: `Delete ${client.name}?` })
  await expect(dialog).toContainText(/until \d+ \w+, \d\d:\d\d UTC at the latest/)
  await expectAccessible(page)
  await expect(dialog.getByRole('button', { name: 'Delete client' })).toBeDisabled()
  await dialog.getByRole('textbox').fill(client.name)
  await dialog.getByRole('button', { name: 'Delete client' }).click()

  await expect(page).toHaveURL(/\/clients$/)
  await expect(page.getByRole('row', { name: client.name })).toHaveCount(0)
  const { data } = await tenant.api.clientGrants.list({ client_id: client.client_id })
  expect(data).toEqual([])
})

test("the dashboard's own client says why it can be neither deleted nor rotated", async ({ page }) => {
  await page.goto(`/clients/${environment.management.clientId}`)
  await expect(page.getByText('So it cannot be deleted here.')).toBeVisible()
  await expect(page.getByRole('button', { name: /Delete/ })).toHaveCount(0)
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Credentials' }).first().click()
  await expect(page.getByText('A new secret would lock it out')).toBeVisible()
  await expect(page.getByRole('button', { name: /Rotate/ })).toHaveCount(0)
})

test('a client that was deleted in another tab is not brought back by saving', async ({ page, tenant }) => {
  const client = await tenant.client()
  await page.goto(`/clients/${client.client_id}`)
  await page.getByRole('textbox', { name: 'Name' }).fill('Too late')
  await tenant.api.clients.delete(client.client_id)
  await page.getByRole('button', { name: 'Save change' }).click()

  await expect(page.getByRole('alert').filter({ hasText: 'Not saved' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Too late')
})

for (const tab of ['', '/credentials', '/apis']) {
  test(`a client that is gone says so, at ${tab || 'its page'}`, async ({ page }) => {
    const response = await page.goto(`/clients/nobody-knows-this-client${tab}`)

    expect(response?.status()).toBe(404)
    await expect(page.getByRole('heading', { name: 'There is no such client' })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Open Clients' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Clients' })).toBeVisible()
  })
}
