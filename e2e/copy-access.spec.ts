import type { Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { expect, test } from './fixtures'
import type { TenantFixture } from './tenant'

test('a client gets what another one has and keeps its own, by a plan', async ({ page, tenant }) => {
  const { from, to, apis } = await twoClients(tenant)
  const dialog = await copyFrom(page, to, from.name)
  await expect(dialog.getByText(from.client_id)).toBeVisible()
  await expect(dialog.getByRole('status')).toHaveText(
    `Authorizes ${to.name} for 1 API and changes its scopes at 1 API.`,
  )
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Review changes' }).click()

  await expect(page.getByRole('heading', { level: 1, name: '2 changes to access' })).toBeVisible()
  expect(await held(tenant, to.client_id)).toEqual({
    [apis.shared]: ['read:orders'],
    [apis.own]: ['read:orders'],
  })
  await page.getByRole('button', { name: 'Apply 2 changes' }).click()
  await expect(page.getByText('2 of 2 changes applied.')).toBeVisible()
  expect(await held(tenant, to.client_id)).toEqual({
    [apis.shared]: ['read:orders', 'create:orders'],
    [apis.own]: ['read:orders'],
    [apis.wanted]: ['read:orders'],
  })
})

test('exactly means that it loses what the other one does not have', async ({ page, tenant }) => {
  const { from, to, apis } = await twoClients(tenant)
  const dialog = await copyFrom(page, to, from.client_id)
  await dialog.getByRole('radio', { name: 'Exactly the same' }).check()
  await expect(dialog.getByRole('status')).toHaveText(
    `Authorizes ${to.name} for 1 API, changes its scopes at 1 API and revokes its access to 1 API.`,
  )
  await dialog.getByRole('button', { name: 'Review changes' }).click()
  await page.getByRole('button', { name: 'Apply 3 changes' }).click()

  await expect(page.getByText('3 of 3 changes applied.')).toBeVisible()
  expect(await held(tenant, to.client_id)).toEqual({
    [apis.shared]: ['create:orders'],
    [apis.wanted]: ['read:orders'],
  })
})

test('nothing to copy is said, another client can be chosen, and Escape changes nothing', async ({
  page,
  tenant,
}) => {
  const [to, empty] = [await tenant.client(), await tenant.client()]
  const dialog = await copyFrom(page, to, empty.name)
  await expect(dialog.getByRole('status')).toHaveText(`Nothing to change: ${to.name} has the same access.`)
  await expect(dialog.getByRole('button', { name: 'Review changes' })).toBeDisabled()
  await dialog.getByRole('button', { name: 'Choose another' }).click()
  const search = dialog.getByRole('combobox')
  await expect(search).toBeFocused()
  await search.fill(to.name)
  await expect(dialog.getByText(`No client has “${to.name}” in its name or ID.`)).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Copy access…' })).toBeFocused()
})

test('a client that was deleted meanwhile can’t be copied from', async ({ page, tenant }) => {
  const { from, to } = await twoClients(tenant)
  const dialog = await copyFrom(page, to, from.name)
  await expect(dialog.getByRole('status')).toContainText('Authorizes')
  await tenant.api.clients.delete(from.client_id)
  await dialog.getByRole('button', { name: 'Review changes' }).click()

  await expect(dialog.getByRole('alert')).toContainText('Nothing was planned.')
  await expect(dialog.getByText(from.client_id)).toBeVisible()
})

/** Two clients: one API both may call with different scopes, one only the first, one only the second. */
async function twoClients(tenant: TenantFixture) {
  // Not the first of all clients by name: another one is pointed at until it is searched for.
  const [from, to] = [
    await tenant.client({ name: `the source ${crypto.randomUUID()}` }),
    await tenant.client(),
  ]
  const [shared, wanted, own] = [
    (await tenant.resourceServer()).identifier,
    (await tenant.resourceServer()).identifier,
    (await tenant.resourceServer()).identifier,
  ]
  await tenant.grant(from.client_id, shared, ['create:orders'])
  await tenant.grant(from.client_id, wanted, ['read:orders'])
  await tenant.grant(to.client_id, shared, ['read:orders'])
  await tenant.grant(to.client_id, own, ['read:orders'])
  return { from, to, apis: { shared, wanted, own } }
}

/** Opens the dialog of `to` and chooses the client that is found by these words. */
async function copyFrom(page: Page, to: { client_id: string; name: string }, words: string) {
  await page.goto(`/clients/${to.client_id}/apis`)
  await page.getByRole('button', { name: 'Copy access…' }).click()
  const dialog = page.getByRole('dialog', { name: `Copy access to ${to.name}` })
  await expect(dialog.getByRole('option', { selected: true })).toBeVisible()
  await dialog.getByRole('combobox').fill(words)
  await expect(dialog.getByRole('option')).toHaveCount(1)
  await expect(dialog.getByRole('option', { selected: true })).toBeVisible()
  await page.keyboard.press('Enter')
  return dialog
}

async function held({ api }: TenantFixture, client_id: string) {
  const { data } = await api.clientGrants.list({ client_id })
  return Object.fromEntries(data.map(({ audience, scope }) => [audience, scope]))
}
