import { expectAccessible } from '../axe'
import { expect, test } from '../fixtures'

test('APIs are counted in a tenant with more grants than one call returns', async ({ page, tenant }) => {
  const apis = await Promise.all(Array.from({ length: 11 }, () => tenant.resourceServer()))
  const clients = await Promise.all(Array.from({ length: 10 }, () => tenant.client()))
  for (const { client_id } of clients)
    await Promise.all(apis.map(({ identifier }) => tenant.grant(client_id, identifier, [])))
  await page.goto('/clients')

  const row = page.getByRole('row', { name: clients[0]?.name })
  await expect(row.getByRole('cell', { name: '11', exact: true })).toBeVisible()
  await expectAccessible(page)

  await page.goto(`/clients/${clients[0]?.client_id}/apis`)
  await expect(page.getByRole('link', { name: 'APIs 11' })).toBeVisible()
})
