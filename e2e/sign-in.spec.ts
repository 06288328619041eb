import { expectAccessible } from './axe'
import { environment } from './environment'
import { expect, test } from './fixtures'
import { signIn } from './sign-in'

test.use({ signedInAs: null })

test('the tenant asks who it is, and leads back to the page that was asked for', async ({ page }) => {
  await page.goto('/account/advanced')
  await expect(page).toHaveURL((url) => url.href.startsWith(environment.tenantUrl))
  await expectAccessible(page)
  await signIn(page, environment.admin)

  await expect(page).toHaveURL(`${environment.url}/account/advanced`)
  await expect(page.getByRole('heading', { name: 'Account', level: 1 })).toBeVisible()
})

test('the query of a deep link survives the sign-in', async ({ page }) => {
  await page.goto('/clients?type=spa')
  await signIn(page, environment.admin)

  await expect(page).toHaveURL(`${environment.url}/clients?type=spa`)
})

test('a wrong password is refused, and the right one still works', async ({ page }) => {
  await page.goto('/')
  await signIn(page, { ...environment.admin, password: 'not the password' })
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByLabel('Email address')).toHaveValue(environment.admin.email)
  await expect(page).toHaveURL((url) => url.href.startsWith(environment.tenantUrl))
  await signIn(page, environment.admin)

  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible()
})

test('an address outside of the dashboard is no place to return to', async ({ page }) => {
  await page.goto('/auth/login?returnTo=https%3A%2F%2Fevil.example%2F')
  await signIn(page, environment.admin)

  await expect(page).toHaveURL(`${environment.url}/`)
})

test('signing out ends the session here and at the tenant', async ({ page, context }) => {
  await page.goto('/')
  await signIn(page, environment.admin)
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible()
  await page.getByRole('link', { name: 'Sign out' }).first().click()
  await expect
    .poll(async () => (await context.cookies(environment.url)).map(({ name }) => name))
    .not.toContain('__session')
  await page.goto('/clients')

  await expect(page.getByLabel('Password', { exact: true })).toBeVisible()
  await expect(page).toHaveURL((url) => url.href.startsWith(environment.tenantUrl))
})
