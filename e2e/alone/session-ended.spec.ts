import { environment } from '../environment'
import { expect, sessionCookie, test } from '../fixtures'
import { signIn } from '../sign-in'

test('a session that ends in the middle of a form costs nothing that was typed', async ({
  page,
  context,
  tenant,
}) => {
  test.slow()
  const api = await tenant.resourceServer()
  await page.goto(`/apis/${api.id}/settings`)
  await page.getByRole('textbox', { name: 'Name' }).fill('Typed before')
  await context.clearCookies({ name: '__session' })
  await page.getByRole('button', { name: 'Save change' }).click()
  await page.getByRole('dialog').getByRole('link', { name: 'Sign in again' }).click()

  await signIn(page, environment.admin)
  await expect(page).toHaveURL(`${environment.url}/apis/${api.id}/settings`)
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Typed before')
  await page.getByRole('button', { name: 'Save change' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Typed before' })).toBeVisible()
})

test('a toggle without a session changes nothing and shows the way back in', async ({
  page,
  context,
  tenant,
}) => {
  const [api, client] = [await tenant.resourceServer(), await tenant.client()]
  await page.goto(`/apis/${api.id}/non-interactive-clients?client=${client.client_id}`)
  const authorize = page.getByRole('checkbox', { name: `Authorize ${client.name}` })
  await context.clearCookies({ name: '__session' })
  await authorize.click()

  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'Your session ended. Nothing was changed.',
  )
  await expect(authorize).not.toBeChecked()
  await context.addCookies([await sessionCookie(environment.admin.email)])
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('2 of 2', { exact: true })).toBeVisible()
})
