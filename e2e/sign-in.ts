import type { Page } from '@playwright/test'

type Credentials = { email: string; password: string }

/** Fills the tenant's sign-in page, which the dashboard has led to. */
export async function signIn(page: Page, { email, password }: Credentials) {
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}
