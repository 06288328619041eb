import { expectAccessible } from './axe'
import { expect, test } from './fixtures'

const steps = [
  'Create clients',
  'Create APIs',
  'Define scopes',
  'Authorize clients',
  'Protect your APIs',
  'Get tokens',
]

test('the six steps tell what there is, and each leads on', async ({ page, tenant }) => {
  const [api, client] = [await tenant.resourceServer(), await tenant.client()]
  await tenant.grant(client.client_id, api.identifier, [])
  await page.goto('/')
  const setup = page.getByRole('region', { name: 'Setup' })

  await expect(setup.getByRole('heading', { level: 3 })).toHaveText(steps)
  await expect(setup.getByRole('listitem').filter({ hasText: 'Create clients' })).toContainText(
    'with client credentials',
  )
  await expect(setup.getByRole('img', { name: 'Complete' }).first()).toBeVisible()
  await expect(setup.getByRole('img', { name: 'Outside the tenant' })).toHaveCount(1)
  await expect(setup.getByText(/^\d of 5 complete$/)).toBeVisible()
  await expect(setup.getByRole('link')).toHaveCount(6)
  await setup.getByRole('link', { name: 'Quickstart' }).first().click()
  await expect(page).toHaveURL(/\/quickstart/)
})

test('a grant of a scope that is gone is worth a look, and leads to its row', async ({ page, tenant }) => {
  const [api, client] = [await tenant.resourceServer(), await tenant.client()]
  await tenant.grant(client.client_id, api.identifier, ['read:orders', 'create:orders'])
  await tenant.api.resourceServers.update(api.id, { scopes: [{ value: 'read:orders' }] })
  await page.goto('/')
  const finding = page.getByRole('listitem').filter({ hasText: `${client.name} holds create:orders` })
  await finding.getByRole('link', { name: 'Remove from the grant' }).click()

  await expect(page.getByRole('checkbox', { name: `Authorize ${client.name} for ${api.name}` })).toBeChecked()
})

test('the latest change is on the first page', async ({ page, tenant }) => {
  const [api, client] = [await tenant.resourceServer(), await tenant.client()]
  await page.goto(`/apis/${api.id}/non-interactive-clients?client=${client.client_id}`)
  await page.getByRole('checkbox', { name: `Authorize ${client.name}` }).check()
  await expect(page.getByText('2 of 2', { exact: true })).toBeVisible()
  await page.goto('/')

  await expect(page.getByRole('region', { name: 'Latest changes' })).toContainText(
    `Authorized ${client.name} for ${api.name}`,
  )
  await expectAccessible(page)
})
