import { expectAccessible } from '../axe'
import { expect, test } from '../fixtures'

/** Puts back what the tenant held; opening the page makes the dashboard read it. */
test.afterEach(async ({ page, tenant }) => {
  await tenant.api.tenants.settings.update({
    friendly_name: 'Grantboard',
    default_audience: '',
    flags: { enable_apis_section: true },
  })
  await page.goto('/account/advanced')
})

test('the APIs section is switched off and on again', async ({ page, tenant }) => {
  const api = await tenant.resourceServer()
  const menu = page.getByRole('navigation', { name: 'Main' })
  await page.goto('/account/advanced')
  const enable = page.getByRole('switch', { name: 'Enable APIs Section' })
  await enable.uncheck()
  await expect(menu.getByRole('link', { name: 'APIs' })).toHaveCount(0)

  for (const path of [
    '/apis',
    '/apis/new',
    `/apis/${api.id}`,
    `/apis/${api.id}/non-interactive-clients`,
    '/apis/any',
  ]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { name: 'The APIs section is off' })).toBeVisible()
    await expect(page.getByText(api.identifier)).toHaveCount(0)
  }
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Open Advanced settings' }).click()
  await enable.check()
  await menu.getByRole('link', { name: 'APIs' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'APIs' })).toBeVisible()
})

test('the friendly name shows in the menu, and the default audience decides for tokens', async ({
  page,
  tenant,
}) => {
  const [api, client] = [await tenant.resourceServer(), await tenant.client()]
  await tenant.grant(client.client_id, api.identifier, [])
  await page.goto('/account/advanced')
  await page.getByRole('textbox', { name: 'Friendly name' }).fill('Kestrel staging 🪶')
  await page.getByRole('combobox', { name: 'Default audience' }).selectOption(api.identifier)
  await page.getByRole('button', { name: 'Save 2 changes' }).click()

  await expect(page.getByText('Saved the settings of')).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText('unsaved')
  await page.reload()
  await expect(page.getByText('Kestrel staging 🪶').first()).toBeVisible()
  await expectAccessible(page)
  const after = await tenant.api.tenants.settings.get({})
  expect(after).toMatchObject({ friendly_name: 'Kestrel staging 🪶', default_audience: api.identifier })
})

test('somebody else saved the same setting meanwhile', async ({ page, tenant }) => {
  await page.goto('/account/advanced')
  await page.getByRole('textbox', { name: 'Friendly name' }).fill('Mine')
  await tenant.api.tenants.settings.update({ friendly_name: 'Theirs' })
  await page.getByRole('button', { name: 'Save change' }).click()

  await expect(page.getByRole('dialog')).toContainText('Theirs')
  const held = await tenant.api.tenants.settings.get({})
  expect(held.friendly_name).toBe('Theirs')
})
