import { createRemoteJWKSet, jwtVerify } from 'jose'
import { expectAccessible } from './axe'
import { environment } from './environment'
import { expect, test } from './fixtures'
import { holdScripts } from './hold-scripts'
import { untilMirrored } from './mirror'

const unique = () => crypto.randomUUID().slice(0, 8)

test('the list names every API and marks the system API', async ({ page, tenant }) => {
  const api = await tenant.resourceServer({ name: `Orders ${unique()}`, token_lifetime: 3600 })
  await page.goto('/apis')

  const row = page.getByRole('row', { name: api.name })
  await expect(row).toContainText(api.identifier)
  await expect(row.getByRole('cell', { name: 'RS256' })).toBeVisible()
  await expect(row.getByRole('cell', { name: '2', exact: true })).toBeVisible()
  await expect(row.getByRole('cell', { name: '1 h' })).toBeVisible()
  await expect(page.getByRole('row', { name: 'Auth0 Management API' })).toContainText('System API')
  await expectAccessible(page)
})

test('the list reads without JavaScript', async ({ browser, context, tenant }) => {
  const api = await tenant.resourceServer()
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await context.storageState(),
    baseURL: environment.url,
  })
  const page = await plain.newPage()
  await untilMirrored()
  await page.goto('/apis')
  await page.getByRole('link', { name: api.name, exact: true }).click()

  await expect(page.getByRole('heading', { level: 1, name: api.name })).toBeVisible()
  await plain.close()
})

test('an identifier is copied as it stands', async ({ page, context, tenant }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const api = await tenant.resourceServer()
  await page.goto('/apis')
  await page.getByRole('button', { name: `Copy identifier of ${api.name}` }).click()

  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(api.identifier)
})

for (const algorithm of ['RS256', 'HS256'] as const) {
  test(`an API for ${algorithm} is created, and its first token verifies`, async ({ page, tenant }) => {
    const identifier = `https://${unique()}.example/api`
    await page.goto('/apis')
    await page.getByRole('link', { name: 'Create API' }).click()
    await expect(page.getByRole('radio', { name: 'RS256' })).toBeChecked()
    await page.getByRole('textbox', { name: 'Name' }).fill(`Parcels ${algorithm}`)
    await page.getByRole('textbox', { name: 'Identifier' }).fill(identifier)
    await page.getByRole('radio', { name: algorithm }).check()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Create API' }).click()

    await expect(page).toHaveURL(/\/quickstart/)
    await expect(page.getByRole('heading', { level: 1, name: `Parcels ${algorithm}` })).toBeVisible()
    tenant.removeApiLater(identifier)

    const client = await tenant.client()
    await tenant.grant(client.client_id, identifier, [])
    const { body } = await tenant.token(client, identifier)
    if (algorithm === 'RS256') {
      const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', environment.tenantUrl))
      const { payload } = await jwtVerify(body.access_token, keys, { audience: identifier })
      expect(payload.azp).toBe(client.client_id)
      return
    }
    await page.getByRole('link', { name: 'Settings' }).click()
    await expect(page).toHaveURL(/\/settings$/) // the Quickstart before it has a Reveal of its own
    await page.getByRole('button', { name: 'Reveal signing secret' }).click()
    const secret = await page.getByRole('group', { name: 'Signing secret' }).locator('code').textContent()
    const { protectedHeader } = await jwtVerify(body.access_token, new TextEncoder().encode(secret ?? ''), {
      audience: identifier,
    })
    expect(protectedHeader.alg).toBe('HS256')
  })
}

test.describe('an identifier', () => {
  test('is needed, and so is a name', async ({ page }) => {
    await page.goto('/apis/new')
    await page.getByRole('button', { name: 'Create API' }).click()

    await expect(page.getByRole('textbox', { name: 'Name' })).toHaveAccessibleDescription(/name/)
    await expect(page.getByRole('textbox', { name: 'Identifier' })).toHaveAttribute('aria-invalid', 'true')
  })

  test('that another API has is told while it is typed, with that API', async ({ page, tenant }) => {
    const api = await tenant.resourceServer({ name: `Stock ${unique()}` })
    await page.goto('/apis/new')
    await page.getByRole('textbox', { name: 'Identifier' }).fill(api.identifier)

    await expect(page.getByText(`Taken by ${api.name}.`)).toBeVisible()
    await expect(page.getByRole('link', { name: api.name }).last()).toHaveAttribute('href', `/apis/${api.id}`)
  })

  test('with a slash at the end is another one, and that is said', async ({ page, tenant }) => {
    const host = `https://${unique()}.example`
    await tenant.resourceServer({ identifier: host })
    await page.goto('/apis/new')
    const field = page.getByRole('textbox', { name: 'Identifier' })
    await field.fill(`${host}/`)
    await expect(field).toHaveAccessibleDescription(new RegExp(`^${host} would be another identifier`))

    await page.getByRole('textbox', { name: 'Name' }).fill('With a slash')
    await page.getByRole('button', { name: 'Create API' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'With a slash' })).toBeVisible()
    tenant.removeApiLater(`${host}/`)
  })

  test('may be a URN of 600 characters, not of 601', async ({ page, tenant }) => {
    const longest = `urn:my:api:${unique()}:`.padEnd(600, 'x')
    await page.goto('/apis/new')
    await page.getByRole('textbox', { name: 'Name' }).fill('Long')
    const field = page.getByRole('textbox', { name: 'Identifier' })
    await field.fill(`${longest}x`)
    await expect(field).toHaveAccessibleDescription(/600/)

    await field.fill(longest)
    await page.getByRole('button', { name: 'Create API' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Long' })).toBeVisible()
    tenant.removeApiLater(longest)
  })

  test('that is half typed when the page’s script runs is typed on, and checked', async ({
    page,
    tenant,
  }) => {
    const { identifier, name } = await tenant.resourceServer()
    const releaseScripts = await holdScripts(page)
    await page.goto('/apis/new', { waitUntil: 'commit' })
    const field = page.getByRole('textbox', { name: 'Identifier' })
    await field.pressSequentially(identifier.slice(0, 12))
    releaseScripts()
    await expect(page.locator('dialog:modal')).toBeVisible()
    await page.keyboard.type(identifier.slice(12))

    await expect(field).toHaveValue(identifier)
    await expect(field).toHaveAccessibleDescription(new RegExp(`^Taken by ${name}`))
  })

  test('with a space is refused beside the field, and stays as typed', async ({ page }) => {
    await page.goto('/apis/new')
    const field = page.getByRole('textbox', { name: 'Identifier' })
    await field.fill('my api')

    await expect(field).toHaveAccessibleDescription(/space/)
    await expect(field).toHaveValue('my api')
  })
})

test('Esc closes the dialog and leaves the list', async ({ page }) => {
  await page.goto('/apis/new')
  await page.keyboard.press('Escape')

  await expect(page).toHaveURL(/\/apis$/)
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('an API that is gone says so', async ({ page }) => {
  const response = await page.goto('/apis/000000000000000000000000/settings')

  expect(response?.status()).toBe(404)
})

test.describe('at 390 wide', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('the list, the dialog and the tabs fit', async ({ page, tenant }) => {
    const api = await tenant.resourceServer({
      identifier: `https://${'long.'.repeat(20)}${unique()}.example/`,
    })
    for (const path of ['/apis', '/apis/new', `/apis/${api.id}/settings`, `/apis/${api.id}/scopes`]) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(390)
      await expectAccessible(page)
    }
  })
})
