import { expectAccessible } from '../axe'
import { expect, test } from '../fixtures'

test('a client of a tenant with more APIs than fit a page finds and is authorized for any', async ({
  page,
  tenant,
}) => {
  const client = await tenant.client()
  const name = (number: number) => `Many ${String(number).padStart(3, '0')}`
  for (let number = 1; number <= 101; number++) await tenant.resourceServer({ name: name(number) })
  await page.goto(`/clients/${client.client_id}/apis`)
  const list = page.getByRole('list', { name: `APIs of ${client.name}` })
  await expect(list.getByRole('link', { name: name(1) })).toBeVisible()
  await expect(list.getByRole('link', { name: name(101) })).toHaveCount(0)
  await expect(page.getByRole('navigation', { name: 'Pages' })).toContainText(/1–100 of 10[2-9]/)

  await page.getByRole('searchbox', { name: 'Search APIs' }).pressSequentially(name(101))
  const authorize = list.getByRole('checkbox', { name: `Authorize ${client.name} for ${name(101)}` })
  await authorize.check()
  await expect(list.getByText('2 of 2', { exact: true })).toBeVisible()
  await expect(page).toHaveURL(/q=Many\+101/)
  await expectAccessible(page)

  await page.getByRole('searchbox', { name: 'Search APIs' }).fill('')
  await page.getByRole('link', { name: /^Authorized 1$/ }).click()
  await expect(list.getByRole('link', { name: name(101) })).toBeVisible()
  await expect(list.getByRole('checkbox', { name: /^Authorize / })).toHaveCount(1)
  await expect(page.getByRole('link', { name: 'APIs 1', exact: true })).toBeVisible()
})
