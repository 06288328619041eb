import { expectAccessible } from './axe'
import { environment } from './environment'
import { expect, test } from './fixtures'

test('the account says who is signed in', async ({ page }) => {
  await page.goto('/account')

  await expect(page.getByRole('group', { name: 'E-mail address' })).toContainText(environment.admin.email)
  await expect(page.getByRole('main').getByRole('link', { name: 'Sign out' })).toBeVisible()
  await expectAccessible(page)
})

test('the theme stays after a reload', async ({ page }) => {
  await page.goto('/account')
  await page.getByRole('radio', { name: 'Dark' }).check()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.reload()

  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked()
  await expectAccessible(page)
})

test('the advanced settings show the tenant and are accessible', async ({ page }) => {
  await page.goto('/account/advanced')

  await expect(page.getByRole('switch', { name: 'Enable APIs Section' })).toBeVisible()
  await expect(page.getByRole('complementary', { name: 'About this tenant' })).toContainText(
    environment.tenantUrl,
  )
  await expectAccessible(page)
})
