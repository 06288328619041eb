import { expectAccessible } from './axe'
import { environment } from './environment'
import { expect, test } from './fixtures'
import { holdScripts } from './hold-scripts'

test('name and token lifetime are changed together', async ({ page, tenant }) => {
  const api = await tenant.resourceServer()
  await page.goto(`/apis/${api.id}/settings`)
  await page.getByRole('textbox', { name: 'Name' }).fill('Bücher 📚 كتب')
  await page.getByRole('button', { name: '1 h' }).click()
  await expect(page.getByRole('region', { name: 'Unsaved changes' })).toContainText('Name, token lifetime')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save 2 changes' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Bücher 📚 كتب' })).toBeVisible()
  await expect(page.getByText('Token lifetime 1 h')).toBeVisible()
  expect(await tenant.api.resourceServers.get(api.id)).toMatchObject({
    name: 'Bücher 📚 كتب',
    token_lifetime: 3600,
  })
})

test('a lifetime that is typed before the page’s script has run is kept', async ({ page, tenant }) => {
  const api = await tenant.resourceServer()
  const releaseScripts = await holdScripts(page)
  await page.goto(`/apis/${api.id}/settings`, { waitUntil: 'commit' })
  await page.getByRole('textbox', { name: 'Token lifetime' }).fill('7,200')
  releaseScripts()

  await page.getByRole('button', { name: 'Save change' }).click()
  await expect(page.getByText('Token lifetime 2 h')).toBeVisible()
})

test('what the tenant refuses is said beside the field, and stays typed', async ({ page, tenant }) => {
  const api = await tenant.resourceServer()
  await page.goto(`/apis/${api.id}/settings`)
  const name = page.getByRole('textbox', { name: 'Name' })
  const lifetime = page.getByRole('textbox', { name: 'Token lifetime' })
  await name.fill('Orders <v2>')
  await lifetime.fill('2,592,001')
  await page.getByRole('button', { name: 'Save 2 changes' }).click()

  await expect(name).toHaveAccessibleDescription(/</)
  await expect(lifetime).toHaveAccessibleDescription(/2,592,000/)
  await expect(name).toHaveValue('Orders <v2>')
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(name).toHaveValue(api.name)
})

test('two admins who rename the same API decide, and nothing is overwritten', async ({ page, tenant }) => {
  const api = await tenant.resourceServer({ name: 'Ours at first' })
  await page.goto(`/apis/${api.id}/settings`)
  await page.getByRole('textbox', { name: 'Name' }).fill('Mine')
  await tenant.api.resourceServers.update(api.id, { name: 'Theirs' })
  await page.getByRole('button', { name: 'Save change' }).click()

  const dialog = page.getByRole('dialog', { name: /was changed since/ })
  await expect(dialog).toContainText('Theirs')
  expect((await tenant.api.resourceServers.get(api.id)).name).toBe('Theirs')
  await dialog.getByRole('radio', { name: /Mine/ }).check()
  await dialog.getByRole('button', { name: 'Save choices' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Mine' })).toBeVisible()
})

test('the signing secret is nowhere before Reveal', async ({ page, context, tenant }) => {
  const secret = `s3cret-${crypto.randomUUID()}`
  const api = await tenant.resourceServer({ signing_alg: 'HS256', signing_secret: secret })
  const answers: string[] = []
  page.on('response', async (response) => {
    if (response.url().startsWith(environment.url)) answers.push(await response.text().catch(() => ''))
  })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  for (const tab of ['quickstart', 'scopes', 'settings']) await page.goto(`/apis/${api.id}/${tab}`)
  await expect(page.getByRole('group', { name: 'Signing secret' })).toContainText('Hidden')
  expect(answers.join()).not.toContain(secret)
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Reveal signing secret' }).click()
  await expect(page.getByRole('group', { name: 'Signing secret' })).toContainText(secret)
  await page.getByRole('button', { name: 'Copy signing secret' }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(secret)
})

test('deleting says who loses access and asks for the name', async ({ page, tenant }) => {
  const api = await tenant.resourceServer()
  const client = await tenant.client()
  await tenant.grant(client.client_id, api.identifier, ['read:orders'])
  await page.goto(`/apis/${api.id}/settings`)
  await expect(page.getByText('1 client loses access.')).toBeVisible()
  await page.getByRole('button', { name: 'Delete API…' }).click()
  const dialog = page.getByRole('dialog', { name: `Delete ${api.name}?` })
  await expectAccessible(page)
  await expect(dialog.getByRole('button', { name: 'Delete API' })).toBeDisabled()
  await dialog.getByRole('textbox').fill(api.name)
  await dialog.getByRole('button', { name: 'Delete API' }).click()

  await expect(page).toHaveURL(/\/apis$/)
  await expect(page.getByRole('row', { name: api.name })).toHaveCount(0)
  const { status } = await tenant.token(client, api.identifier)
  expect(status).toBe(403)
})

test('an API that was deleted in another tab is not brought back by saving', async ({ page, tenant }) => {
  const api = await tenant.resourceServer()
  await page.goto(`/apis/${api.id}/settings`)
  await page.getByRole('textbox', { name: 'Name' }).fill('Too late')
  await tenant.api.resourceServers.delete(api.id)
  await page.getByRole('button', { name: 'Save change' }).click()

  await expect(page.getByRole('alert').filter({ hasText: 'Not saved' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Too late')
})

test('a session that ends in the middle loses nothing that was typed', async ({ page, context, tenant }) => {
  const api = await tenant.resourceServer()
  const cookies = await context.cookies()
  await page.goto(`/apis/${api.id}/settings`)
  await page.getByRole('textbox', { name: 'Name' }).fill('Typed before')
  await context.clearCookies()
  await page.getByRole('button', { name: 'Save change' }).click()
  await expect(page.getByRole('dialog', { name: 'Sign in again to save' })).toBeVisible()

  await context.addCookies(cookies)
  await page.goto(`/apis/${api.id}/settings`)
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Typed before')
})

test('the system API can be read, and says why nothing can be changed', async ({ page }) => {
  await page.goto('/apis')
  await page.getByRole('link', { name: 'Auth0 Management API', exact: true }).click()
  await page.getByRole('link', { name: 'Settings' }).click()

  await expect(page.getByText('A system API cannot be deleted')).toBeVisible()
  await expect(page.getByRole('button', { name: /Save|Delete/ })).toHaveCount(0)
  await expectAccessible(page)
})
