import type { Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { environment } from './environment'
import { expect, test } from './fixtures'
import type { TenantFixture } from './tenant'

type Client = Awaited<ReturnType<TenantFixture['client']>>

/** Asks for a token as a program of its own would. */
const ask = ({ client_id, client_secret }: Client, parameters: Record<string, string>) =>
  fetch(`${environment.tenantUrl}/oauth/token`, {
    method: 'POST',
    headers: { 'user-agent': 'nightly-run/2.1' },
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id, client_secret, ...parameters }),
  })

/** Opens a page that shows what the tenant's log told, as soon as it does. */
async function openOnce(page: Page, path: string, text: string | RegExp) {
  await expect(async () => {
    await page.goto(path)
    await expect(page.getByText(text).first()).toBeVisible({ timeout: 500 })
  }).toPass()
}

test('a client’s usage: tokens per API, why it was refused, and who asked', async ({ page, tenant }) => {
  const [api, client] = [await tenant.resourceServer(), await tenant.client()]
  await tenant.grant(client.client_id, api.identifier, ['read:orders'])
  await ask(client, { audience: api.identifier })
  await ask(client, { audience: api.identifier })
  await ask(client, { audience: api.identifier, scope: 'create:orders' })
  await ask(client, { audience: api.identifier, client_secret: 'wrong' })

  await openOnce(page, `/clients/${client.client_id}/usage`, '2 issued, 2 refused in the last 24 h.')
  const plots = page.getByRole('region', { name: 'Tokens per hour' })
  await expect(plots.getByRole('img', { name: `${api.name}: 2 tokens in the last 24 h` })).toBeVisible()
  await plots.getByText('Show as a table').click()
  await expect(plots.getByRole('row').filter({ hasText: api.name }).first()).toBeVisible()

  const refused = page.getByRole('region', { name: 'Refused requests' })
  await expect(refused.getByText('It asked for create:orders, which its grant lacks')).toBeVisible()
  await expect(refused.getByText('Wrong secret, or none')).toBeVisible()
  await refused.getByRole('link', { name: 'Authorization' }).click()
  await expect(page.getByRole('checkbox', { name: `Authorize ${client.name}` })).toBeChecked()

  await page.goBack()
  await expect(
    page.getByRole('table', { name: 'Callers' }).getByRole('row').filter({ hasText: 'nightly-run/2.1' }),
  ).toContainText('Refused')
  await expect(page.getByText('Observed since')).toBeVisible()
  await expectAccessible(page)
})

test('an API’s usage: who asks for its tokens, and the same day by day', async ({ page, tenant }) => {
  const [api, client] = [await tenant.resourceServer(), await tenant.client()]
  await tenant.grant(client.client_id, api.identifier, ['read:orders'])
  await ask(client, { audience: api.identifier })

  await openOnce(page, `/apis/${api.id}/usage`, '1 issued, none refused in the last 24 h.')
  const row = page.getByRole('table', { name: 'Clients that use the API' }).getByRole('row')
  await expect(row.filter({ hasText: client.name })).toContainText('read:orders')
  await expectAccessible(page)

  await page.getByRole('link', { name: '30 d' }).click()
  await expect(page.getByRole('heading', { name: 'Tokens per day' })).toBeVisible()
  await expect(page).toHaveURL(/span=30d/)
})

test('a client that never asked is not called unused', async ({ page, tenant }) => {
  const client = await tenant.client()
  await page.goto(`/clients/${client.client_id}/usage`)

  await expect(page.getByText('It is authorized for no API.')).toBeVisible()
  await expect(page.getByText(/never/i)).toHaveCount(0)
  await expectAccessible(page)
})

test('Overview tells what was issued', async ({ page, tenant }) => {
  const [api, client] = [await tenant.resourceServer(), await tenant.client()]
  await tenant.grant(client.client_id, api.identifier, [])
  await ask(client, { audience: api.identifier })
  await openOnce(page, `/clients/${client.client_id}/usage`, '1 issued')
  await page.goto('/')

  await expect(page.getByRole('img', { name: /^Tokens in the last 24 h: [1-9]/ })).toBeVisible()
  await expect(page.getByRole('term').filter({ hasText: 'Tokens, last 24 h' })).toBeVisible()
})

test('a finding is put aside with a reason, and taken back', async ({ page, tenant }) => {
  const client = await tenant.client({ name: `aaa ${crypto.randomUUID()}` })
  const worth = page.getByRole('region', { name: 'Worth a look' })
  await openOnce(page, '/', client.name)
  await worth.getByRole('button', { name: `Put aside: ${client.name}` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Put aside' }).click()
  await expect(dialog.getByLabel('Reason')).toHaveAccessibleDescription(/Say why/)

  await dialog.getByLabel('Reason').fill('Runs once a year')
  await dialog.getByLabel('For').selectOption('90')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Put aside' }).click()
  await expect(worth.getByRole('button', { name: `Put aside: ${client.name}` })).toHaveCount(0)

  await worth.getByText(/^\d+ put aside$/).click()
  const row = worth.getByRole('listitem').filter({ hasText: client.name })
  await expect(row).toContainText(`by ${environment.admin.email}: “Runs once a year”`)
  await row.getByRole('button', { name: `Take back: ${client.name}` }).click()
  await expect(worth.getByRole('button', { name: `Put aside: ${client.name}` })).toBeVisible()
})

test.describe('signed out', () => {
  test.use({ signedInAs: null })

  for (const path of ['/clients/any/usage', '/apis/any/usage']) {
    test(`${path} asks for sign-in`, async ({ page }) => {
      const response = await page.request.get(path, { maxRedirects: 0 })
      expect(response.headers().location).toContain('/auth/login')
    })
  }
})
