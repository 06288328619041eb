import { expectAccessible } from '../axe'
import { expect, test } from '../fixtures'

test('a tenant with more grants than one call returns counts none rather than wrongly', async ({
  page,
  tenant,
}) => {
  const apis = await Promise.all(Array.from({ length: 11 }, () => tenant.resourceServer()))
  const clients = await Promise.all(Array.from({ length: 10 }, () => tenant.client()))
  for (const { client_id } of clients)
    await Promise.all(apis.map(({ identifier }) => tenant.grant(client_id, identifier, [])))
  await page.goto('/clients')

  await expect(page.getByText('More than 100 client grants here')).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'APIs' })).toHaveCount(0)
  await expectAccessible(page)

  await page.goto(`/clients/${clients[0]?.client_id}/apis`)
  await expect(page.getByRole('link', { name: 'APIs 11' })).toBeVisible()
})
