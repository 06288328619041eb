import type { Page } from '@playwright/test'
import { routes } from '../../lib/routes'
import { expectAccessible } from '../axe'
import { breakLine } from '../faults'
import { expect, test } from '../fixtures'
import type { TenantFixture } from '../tenant'

test.afterEach(() => breakLine())

/** The tab of an API with one authorized client, ready to ask. */
async function openTab(page: Page, tenant: TenantFixture) {
  const [api, client] = [await tenant.resourceServer(), await tenant.client()]
  await tenant.grant(client.client_id, api.identifier, ['read:orders'])
  await page.goto(routes.apiTest(api.id, { scopes: ['read:orders'] }), { waitUntil: 'networkidle' })
  return { api, client }
}

const ask = (page: Page) => page.getByRole('button', { name: 'Ask for a token' }).click()

test('a tenant that is out of reach is said to be, and the question stays', async ({ page, tenant }) => {
  await openTab(page, tenant)
  await breakLine({ kind: 'drop', path: '^/oauth/token' })
  await ask(page)

  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    /There is no answer\. The tenant \S+ can’t be reached\. It is not known whether it issued a token: ask again\./,
  )
  await expect(page.getByRole('checkbox', { name: 'read:orders Granted' })).toBeChecked()
  await expectAccessible(page)
  await breakLine()
  await ask(page)
  await expect(page.getByText('As expected', { exact: true })).toBeVisible()
})

test('an error page in place of an answer is shown as it came, beside what was expected', async ({
  page,
  tenant,
}) => {
  await openTab(page, tenant)
  await breakLine({ kind: 'answer', path: '^/oauth/token', status: 500, body: '<h1>Bad gateway</h1>' })
  await ask(page)

  await expect(page.getByText('HTTP/1.1 500 Internal Server Error')).toBeVisible()
  await expect(page.getByText('<h1>Bad gateway</h1>')).toBeVisible()
  await expect(page.getByText('The tenant answered otherwise than predicted.')).toBeVisible()
  await expect(page.getByText('Not as expected', { exact: true })).toBeVisible()
})

test('without the tenant’s keys the signature is said not to be verified', async ({ page, tenant }) => {
  await openTab(page, tenant)
  await breakLine({ kind: 'drop', path: '^/.well-known/jwks.json' })
  await ask(page)

  await expect(
    page.getByText('The tenant’s public keys could not be read, so it was not verified'),
  ).toBeVisible()
  await expect(page.getByText('7 of 8 checks passed')).toBeVisible()
  await expect(page.getByText('Not as expected', { exact: true })).toBeVisible()
})

test('a grant that could not be made leaves its reason beside the button', async ({ page, tenant }) => {
  const { api } = await openTab(page, tenant)
  const stranger = await tenant.client()
  await page.goto(routes.apiTest(api.id, { client: stranger.client_id }), { waitUntil: 'networkidle' })
  await breakLine({ kind: 'drop', path: '^/api/v2/client-grants' })
  await page.getByRole('button', { name: `Authorize ${stranger.name}` }).click()

  await expect(page.getByRole('main').getByRole('alert')).toContainText('can’t be reached', {
    timeout: 20_000,
  })
  await breakLine()
  await page.getByRole('button', { name: `Authorize ${stranger.name}` }).click()
  await expect(page.getByRole('heading', { name: 'Expected: a token for 24 h' })).toBeVisible()
})
