import type { Page } from '@playwright/test'
import { routes } from '../../lib/routes'
import { expectAccessible } from '../axe'
import { expect, test } from '../fixtures'

test('a client beyond the first hundred that are authorized is found on Quickstart and Test', async ({
  page,
  tenant,
}) => {
  const api = await tenant.resourceServer()
  const name = (number: number) => `Caller ${String(number).padStart(3, '0')}`
  for (let number = 1; number <= 102; number++) {
    const client = await tenant.client({ name: name(number) })
    await tenant.grant(client.client_id, api.identifier, number === 102 ? ['create:orders'] : ['read:orders'])
  }
  await page.goto(routes.apiQuickstart(api.id))
  await page.getByLabel('Client', { exact: true }).scrollIntoViewIfNeeded()
  await expect(page.getByText('1 of 2 scopes on this API. 102 clients are authorized.')).toBeVisible()
  await find(page, name(102))
  await expect(page.getByLabel('Client', { exact: true }).getByRole('option', { selected: true })).toHaveText(
    name(102),
  )
  await expect(page.getByText(`${name(102)} is not granted read:orders.`)).toBeVisible()
  await expectAccessible(page)

  await page.goto(routes.apiTest(api.id))
  await find(page, name(102))
  await expect(page.getByText('"scope": "create:orders"')).toBeVisible()
  await expect(page).toHaveTitle(/^Test /)
  await expectAccessible(page)
})

async function find(page: Page, name: string) {
  await page.getByRole('button', { name: 'Find another…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Find a client' })
  await dialog.getByRole('combobox', { name: 'Client' }).fill(name)
  await expect(dialog.getByRole('option')).toHaveCount(1)
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
}
