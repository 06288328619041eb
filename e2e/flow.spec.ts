import { createRemoteJWKSet, jwtVerify } from 'jose'
import { environment } from './environment'
import { expect, test } from './fixtures'

test('from nothing to a token that an API accepts, in six steps', async ({ page, tenant }) => {
  test.slow()
  const mark = crypto.randomUUID().slice(0, 8)
  const [clientName, apiName, identifier] = [
    `courier ${mark}`,
    `Parcels ${mark}`,
    `https://parcels-${mark}.example/api`,
  ]

  // 1. A client of type Non Interactive
  await page.goto('/clients')
  await page.getByRole('link', { name: 'Create client' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill(clientName)
  await expect(page.getByRole('radio', { name: 'Non Interactive' })).toBeChecked()
  await page.getByRole('button', { name: 'Create client' }).click()
  await expect(page).toHaveURL(/\/credentials$/)
  const clientId = new URL(page.url()).pathname.split('/')[2] ?? ''
  tenant.removeClientLater(clientId)
  await page.getByRole('button', { name: /^Reveal/ }).click()
  const secret = page.getByRole('group', { name: 'Client secret' }).locator('code')
  await expect(secret).toHaveText(/^[\w-]{48,}$/)
  const clientSecret = (await secret.textContent()) ?? ''

  // 2. An API
  await page.getByRole('link', { name: 'APIs', exact: true }).first().click()
  await page.getByRole('link', { name: 'Create API' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill(apiName)
  await page.getByRole('textbox', { name: 'Identifier' }).fill(identifier)
  await page.getByRole('button', { name: 'Create API' }).click()
  await expect(page).toHaveURL(/\/quickstart/)
  tenant.removeApiLater(identifier)

  // 3. Its scopes
  await page.getByRole('link', { name: /^Scopes/ }).click()
  await page.getByRole('textbox', { name: 'Scope', exact: true }).fill('read:parcels')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: 'Scopes 1' })).toBeVisible()
  await page.keyboard.type('write:parcels')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: 'Scopes 2' })).toBeVisible()

  // 4. The client grant, narrowed to one of them
  await page.getByRole('link', { name: /^Non Interactive Clients/ }).click()
  await page.getByLabel('Filter by name or client ID').fill(clientName)
  await page.getByRole('checkbox', { name: `Authorize ${clientName} for ${apiName}` }).check()
  await expect(page.getByRole('link', { name: 'Non Interactive Clients 1' })).toBeVisible()
  await page.getByRole('button', { name: `Scopes of ${clientName}` }).click()
  await page.getByRole('checkbox', { name: 'write:parcels' }).uncheck()
  await expect(page.getByText(`Removed write:parcels from ${clientName}`)).toBeVisible()

  // 5. The code for the API, with its values in it
  await page.getByRole('link', { name: 'Quickstart' }).click()
  await expect(page.getByRole('main')).toContainText(identifier)
  await expect(page.getByRole('link', { name: 'Non Interactive Clients 1' })).toBeVisible()

  // 6. A token, checked as the API would
  const { body } = await tenant.token({ client_id: clientId, client_secret: clientSecret }, identifier)
  const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', environment.tenantUrl))
  const { payload } = await jwtVerify(body.access_token, keys, {
    audience: identifier,
    issuer: `${environment.tenantUrl}/`,
    algorithms: ['RS256'],
  })
  expect(payload).toMatchObject({ azp: clientId, sub: `${clientId}@clients`, scope: 'read:parcels' })
})
