import { decodeJwt } from 'jose'
import { expectAccessible } from './axe'
import { environment } from './environment'
import { expect, test } from './fixtures'
import type { TenantFixture } from './tenant'

/** An API, a client that may be authorized for it, and the address of the tab that does it. */
async function seed(tenant: TenantFixture, scopes = ['read:orders', 'create:orders']) {
  const api = await tenant.resourceServer({ scopes: scopes.map((value) => ({ value })) })
  const client = await tenant.client()
  const path = `/apis/${api.id}/non-interactive-clients?client=${client.client_id}`
  const heldScope = async () => {
    const { data } = await tenant.api.clientGrants.list({
      client_id: client.client_id,
      audience: api.identifier,
    })
    return data[0]?.scope
  }
  return { api, client, path, heldScope }
}

test('a checkbox authorizes with every scope, and the grant is there after a reload', async ({
  page,
  tenant,
}) => {
  const { api, client, path, heldScope } = await seed(tenant)
  await page.goto(path)
  const authorize = page.getByRole('checkbox', { name: `Authorize ${client.name} for ${api.name}` })
  await expect(authorize).not.toBeChecked()
  await authorize.check()

  await expect(page.getByText(`Authorized ${client.name} for ${api.name}`)).toBeVisible()
  await expect.poll(heldScope).toEqual(['read:orders', 'create:orders'])
  await page.reload()
  await expect(authorize).toBeChecked()
  await expect(page.getByText('2 of 2', { exact: true })).toBeVisible()
})

test('a token carries exactly the scopes that were picked', async ({ page, tenant }) => {
  const { api, client, path, heldScope } = await seed(tenant)
  await tenant.grant(client.client_id, api.identifier, ['read:orders', 'create:orders'])
  await page.goto(path)
  await page.getByRole('button', { name: `Scopes of ${client.name}` }).click()
  await page.getByRole('checkbox', { name: 'create:orders' }).uncheck()

  await expect(page.getByText('1 of 2', { exact: true })).toBeVisible()
  await expect.poll(heldScope).toEqual(['read:orders'])
  const { body } = await tenant.token(client, api.identifier)
  expect(decodeJwt(body.access_token).scope).toBe('read:orders')
})

test('revoking refuses the next token and says how long the issued ones last', async ({ page, tenant }) => {
  const { api, client, path, heldScope } = await seed(tenant)
  await tenant.grant(client.client_id, api.identifier, ['read:orders'])
  await page.goto(path)
  await page.getByRole('checkbox', { name: `Authorize ${client.name}` }).uncheck()

  await expect(page.getByText(/^Revoked\. .* at the latest\.$/)).toBeVisible()
  await expect.poll(heldScope).toBeUndefined()
  expect((await tenant.token(client, api.identifier)).status).toBe(403)
})

test('quick clicks on many scopes all end up right', async ({ page, tenant }) => {
  const scopes = Array.from({ length: 9 }, (_, index) => `read:part-${index}`)
  const { api, client, path, heldScope } = await seed(tenant, scopes)
  await tenant.grant(client.client_id, api.identifier, [])
  await page.goto(path)
  await page.getByRole('button', { name: `Scopes of ${client.name}` }).click()
  for (const scope of scopes) await page.getByRole('checkbox', { name: scope }).click()
  await page.getByRole('checkbox', { name: 'read:part-4' }).click()

  const wanted = scopes.filter((scope) => scope !== 'read:part-4')
  await expect.poll(async () => (await heldScope())?.toSorted()).toEqual(wanted)
  await expect(page.getByText('8 of 9', { exact: true })).toBeVisible()
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0)
})

test('all and none grant and remove every scope', async ({ page, tenant }) => {
  const { api, client, path, heldScope } = await seed(tenant)
  await tenant.grant(client.client_id, api.identifier, ['read:orders'])
  await page.goto(path)
  await page.getByRole('button', { name: `Scopes of ${client.name}` }).click()
  const all = page.getByRole('checkbox', { name: 'All scopes' })
  await all.check()
  await expect.poll(heldScope).toEqual(['read:orders', 'create:orders'])
  await all.uncheck()

  await expect.poll(heldScope).toEqual([])
})

test('a thousand scopes are filtered and granted', async ({ page, tenant }) => {
  const scopes = Array.from({ length: 1000 }, (_, index) => `read:thing-${index}`)
  const { api, client, path, heldScope } = await seed(tenant, scopes)
  await tenant.grant(client.client_id, api.identifier, [])
  await page.goto(path)
  await page.getByRole('button', { name: `Scopes of ${client.name}` }).click()
  await page.getByLabel('Filter scopes').fill('thing-77')
  await page.getByRole('checkbox', { name: 'All 11 that match' }).check()

  await expect(page.getByText('11 of 1,000', { exact: true })).toBeVisible()
  await expect.poll(async () => (await heldScope())?.length).toBe(11)
})

test('a toggle goes back, with the reason, when the client was deleted in another tab', async ({
  page,
  tenant,
}) => {
  const { client, path } = await seed(tenant)
  await page.goto(path)
  await tenant.api.clients.delete(client.client_id)
  const authorize = page.getByRole('checkbox', { name: `Authorize ${client.name}` })
  await authorize.click()

  await expect(page.getByRole('main').getByRole('alert')).toContainText('Not authorized.')
  await expect(authorize).not.toBeChecked()
})

test('the second of two admins is told, and nothing is overwritten', async ({ page, tenant }) => {
  const { api, client, path, heldScope } = await seed(tenant, ['read:a', 'read:b', 'read:c'])
  const grant = await tenant.grant(client.client_id, api.identifier, ['read:a', 'read:b'])
  await page.goto(path)
  await page.getByRole('button', { name: `Scopes of ${client.name}` }).click()
  await tenant.api.clientGrants.update(grant.id, { scope: ['read:b'] })
  await page.getByRole('checkbox', { name: 'read:c' }).check()

  await expect(page.getByRole('main').getByRole('alert')).toContainText('Scopes not changed.')
  await expect(page.getByRole('checkbox', { name: 'read:a' })).not.toBeChecked()
  expect(await heldScope()).toEqual(['read:b'])

  await page.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(heldScope).toEqual(['read:b', 'read:c'])
})

test('a scope the API no longer defines is shown and can be removed', async ({ page, tenant }) => {
  const { api, client, path, heldScope } = await seed(tenant)
  await tenant.grant(client.client_id, api.identifier, ['read:orders', 'create:orders'])
  await tenant.api.resourceServers.update(api.id, { scopes: [{ value: 'read:orders' }] })
  await page.goto(path)
  await page.getByRole('button', { name: `Scopes of ${client.name}` }).click()
  await expect(page.getByText('Granted, but the API no longer defines it.')).toBeVisible()
  await page.getByRole('button', { name: 'Remove create:orders from the grant' }).click()

  await expect.poll(heldScope).toEqual(['read:orders'])
})

test('the view and the filter are in the address', async ({ page, tenant }) => {
  const { api, client, path } = await seed(tenant)
  await page.goto(path)
  await page.getByLabel('Filter by name or client ID').fill(client.client_id)
  await page.getByRole('link', { name: /^Not authorized/ }).click()
  await expect(page).toHaveURL(/show=not-authorized/)
  await expect(page.getByText(client.name)).toBeVisible()
  await page.getByRole('link', { name: /^Authorized \d/ }).click()

  await expect(page.getByText(client.name)).toBeHidden()
  await page.reload()
  await expect(page.getByLabel('Filter by name or client ID')).toHaveValue(client.client_id)
  await expect(page.getByRole('checkbox', { name: `Authorize ${client.name} for ${api.name}` })).toBeHidden()
})

test('what was changed is there after leaving and going back', async ({ page, tenant }) => {
  const { client, path } = await seed(tenant)
  await page.goto(path)
  const authorize = page.getByRole('checkbox', { name: `Authorize ${client.name}` })
  await authorize.check()
  await expect(page.getByText('2 of 2', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Overview' }).click()
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible()
  await page.goBack()

  await expect(authorize).toBeChecked()
})

test('authorizing and picking scopes work by keyboard alone', async ({ page, tenant }) => {
  const { client, path, heldScope } = await seed(tenant)
  await page.goto(path)
  await page.getByRole('checkbox', { name: `Authorize ${client.name}` }).focus()
  await page.keyboard.press('Space')
  await expect.poll(heldScope).toEqual(['read:orders', 'create:orders'])
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: client.name })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: `Scopes of ${client.name}` })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('checkbox', { name: 'All scopes' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')

  await expect.poll(heldScope).toEqual(['create:orders'])
})

test('the tab is accessible, closed and open', async ({ page, tenant }) => {
  const { api, client, path } = await seed(tenant)
  await tenant.grant(client.client_id, api.identifier, ['read:orders'])
  await page.goto(path)
  await expectAccessible(page)
  await page.getByRole('button', { name: `Scopes of ${client.name}` }).click()
  await expectAccessible(page)
})

test("the system API warns, and the dashboard's own grant can't be taken from under it", async ({
  page,
  tenant,
}) => {
  const { data } = await tenant.api.resourceServers.list({ per_page: 100, include_totals: true })
  const system = data.find(({ is_system }) => is_system)
  await page.goto(`/apis/${system?.id}/non-interactive-clients?client=${environment.management.clientId}`)

  await expect(page.getByText('These scopes control the tenant itself.')).toBeVisible()
  const own = page.getByRole('checkbox', { name: /^Authorize / })
  await expect(own).toBeChecked()
  await expect(own).toBeDisabled()
  await expect(page.getByText('This dashboard reaches the Management API with it.')).toBeVisible()
  await page.getByRole('button', { name: /^Scopes of/ }).click()
  await page.getByLabel('Filter scopes').fill('create:client_grants')
  await expect(
    page.getByRole('checkbox', { name: /create:client_grants.*Can grant itself any scope/ }),
  ).toBeDisabled()
  await expectAccessible(page)
})

test('a client authorized for the system API starts without scopes', async ({ page, tenant }) => {
  const client = await tenant.client()
  const { data } = await tenant.api.resourceServers.list({ per_page: 100, include_totals: true })
  const system = data.find(({ is_system }) => is_system)
  await page.goto(`/apis/${system?.id}/non-interactive-clients?client=${client.client_id}`)
  await page.getByRole('checkbox', { name: /^Authorize / }).click()

  await expect(page.getByLabel('Filter scopes')).toBeVisible()
  await expect
    .poll(async () => (await tenant.api.clientGrants.list({ client_id: client.client_id })).data)
    .toMatchObject([{ audience: system?.identifier, scope: [] }])
})

test('a client that was looked up and is not there says so', async ({ page, tenant }) => {
  const api = await tenant.resourceServer()
  await page.goto(`/apis/${api.id}/non-interactive-clients?client=nobody`)

  await expect(page.getByRole('heading', { name: 'No such client' })).toBeVisible()
})

test('names with emoji, right-to-left letters and 200 characters keep their row', async ({
  page,
  tenant,
}) => {
  const api = await tenant.resourceServer({ name: 'Bestellungen 📦' })
  const name = `مرحبا 🚀 ${'x'.repeat(180)}`
  const client = await tenant.client({ name })
  await page.setViewportSize({ width: 320, height: 700 })
  await page.goto(`/apis/${api.id}/non-interactive-clients?client=${client.client_id}`)
  await page.getByRole('checkbox', { name: `Authorize ${name} for Bestellungen 📦` }).check()

  await expect(page.getByText('2 of 2', { exact: true })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})
