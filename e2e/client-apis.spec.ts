import { decodeJwt } from 'jose'
import { expectAccessible } from './axe'
import { expect, test } from './fixtures'

test('a client is authorized for an API, narrowed and revoked on its own page', async ({ page, tenant }) => {
  const client = await tenant.client()
  const api = await tenant.resourceServer()
  await page.goto(`/clients/${client.client_id}/apis?q=${api.identifier}`)
  const authorize = page.getByRole('checkbox', { name: `Authorize ${client.name} for ${api.name}` })
  await expect(page.getByText('Not authorized').first()).toBeVisible()
  await authorize.check()
  await expect(page.getByText('2 of 2', { exact: true })).toBeVisible()
  await expect.poll(async () => (await tenant.token(client, api.identifier)).status).toBe(200)

  await page.getByRole('button', { name: `Scopes on ${api.name}` }).click()
  await page.getByRole('checkbox', { name: 'create:orders' }).uncheck()
  await expect(page.getByText('1 of 2', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await expect
    .poll(async () => decodeJwt((await tenant.token(client, api.identifier)).body.access_token).scope)
    .toBe('read:orders')

  await authorize.uncheck()
  await expect(page.getByText(/access (really )?ends/).first()).toBeVisible()
  await expect.poll(async () => (await tenant.token(client, api.identifier)).status).toBe(403)
})

test('filter and views find an API by name, identifier and scope', async ({ page, tenant }) => {
  const client = await tenant.client()
  const mark = crypto.randomUUID().slice(0, 8)
  const one = await tenant.resourceServer({ scopes: [{ value: `read:${mark}` }] })
  const other = await tenant.resourceServer({ name: `Other ${mark}` })
  await tenant.grant(client.client_id, one.identifier, [])
  await page.goto(`/clients/${client.client_id}/apis`)
  const list = page.getByRole('list', { name: `APIs of ${client.name}` })
  await page.getByRole('searchbox').fill(mark)
  await expect(list.getByRole('link', { name: one.name })).toBeVisible()
  await expect(list.getByRole('link', { name: other.name })).toBeVisible()

  await page.getByRole('link', { name: 'Not authorized' }).click()
  await expect(list.getByRole('link', { name: one.name })).toBeHidden()
  await expect(list.getByRole('link', { name: other.name })).toBeVisible()
  await page.reload()
  await expect(list.getByRole('link', { name: other.name })).toBeVisible()
  await expect(list.getByRole('link', { name: one.name })).toBeHidden()
  await page.getByRole('searchbox').fill('nothing is called so')
  await expect(page.getByText('No API has "nothing is called so"')).toBeVisible()
  await expectAccessible(page)
})

test('its APIs are sorted by every column, and narrowed to those it got no token for', async ({
  page,
  tenant,
}) => {
  const client = await tenant.client()
  const mark = crypto.randomUUID().slice(0, 8)
  const [a, b] = [
    await tenant.resourceServer({ name: `a ${mark}` }),
    await tenant.resourceServer({ name: `b ${mark}` }),
  ]
  await tenant.grant(client.client_id, b.identifier, ['read:orders'])
  await page.goto(`/clients/${client.client_id}/apis?q=${mark}`)
  const names = page.getByRole('list', { name: `APIs of ${client.name}` }).getByRole('link', { name: mark })
  await expect(names).toHaveText([a.name, b.name])

  const sortBy = page.getByRole('group', { name: 'Sort by' })
  await sortBy.getByRole('link', { name: 'Authorized' }).click()
  await expect(names).toHaveText([b.name, a.name])
  await sortBy.getByRole('link', { name: /^API/ }).click()
  await expect(names).toHaveText([a.name, b.name])

  await page.goto(`/clients/${client.client_id}/apis?q=${mark}&unused=observed&show=authorized`)
  await expect(page.getByRole('link', { name: /^Remove the filter No token since/ })).toBeVisible()
  await expect(names.filter({ visible: true })).toHaveText([b.name])
  await expectAccessible(page)
})

test('a client deleted in another tab is rolled back with the reason', async ({ page, tenant }) => {
  const client = await tenant.client()
  const api = await tenant.resourceServer()
  await page.goto(`/clients/${client.client_id}/apis?q=${api.identifier}`)
  await tenant.api.clients.delete(client.client_id)
  const authorize = page.getByRole('checkbox', { name: `Authorize ${client.name} for ${api.name}` })
  await authorize.click()

  await expect(page.getByRole('alert').filter({ hasText: 'Not authorized.' })).toBeVisible()
  await expect(authorize).not.toBeChecked()
})

test('a client that cannot ask for tokens as itself is told what its grants lack', async ({
  page,
  tenant,
}) => {
  const client = await tenant.client({ app_type: 'spa', grant_types: ['authorization_code'] })
  await page.goto(`/clients/${client.client_id}/apis`)

  await expect(page.getByText('This client cannot ask for tokens as itself.')).toBeVisible()
  await expectAccessible(page)
})
