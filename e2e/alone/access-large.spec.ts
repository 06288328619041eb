import type { Page } from '@playwright/test'
import { expectAccessible } from '../axe'
import { expect, test } from '../fixtures'
import type { TenantFixture } from '../tenant'

/** More clients than a page brings along at once, and more than the dashboard reads of the log in one look. */
async function seed(page: Page, tenant: TenantFixture) {
  const api = await tenant.resourceServer({ name: `Orders ${crypto.randomUUID()}` })
  const names = Array.from({ length: 101 }, (_, at) => `many-${String(at).padStart(3, '0')}`)
  await Promise.all(names.map((name) => tenant.client({ name })))
  await expect
    .poll(async () => (await page.request.get('/clients?q=many-')).text())
    .toContain(`${names.length} clients match`)
  return { api, path: `/access?api=${api.id}` }
}

const draft = (page: Page) => page.getByRole('region', { name: 'Draft' })
const unread = (page: Page) => page.getByRole('alert').filter({ hasText: 'Only the first clients' })

test('the matrix begins with the rows in sight, goes on without the others, and has all of them in the end', async ({
  page,
  context,
  tenant,
}) => {
  const { api, path } = await seed(page, tenant)
  const signedIn = await context.cookies()
  const stillReading = page.getByText('The other clients are still being read.')
  await page.goto(path, { waitUntil: 'commit' })
  await context.clearCookies() // the first rows are on their way, the others will be refused

  await expect(unread(page)).toBeVisible()
  const total = Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1
  expect(total).toBeGreaterThan(101) // the dashboard's own client is there as well
  await expect(page.getByText(`${total} of ${total} clients`)).toBeVisible()
  await page.getByRole('columnheader', { name: api.name }).click()
  await page.getByRole('grid').press('Space')
  await expect(stillReading).toBeVisible()
  await expect(draft(page)).toHaveCount(0)
  await page.getByRole('grid').press('Control+Home')
  await expect(stillReading).toHaveCount(0)
  await page.getByRole('grid').press('Control+End')
  await expect(stillReading).toBeVisible()
  await expectAccessible(page)

  await context.addCookies(signedIn)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(unread(page)).toHaveCount(0)
  await expect(page.getByRole('grid')).toHaveAttribute('aria-busy', 'false')
  await page.getByRole('grid').press('Control+End')
  await expect(page.getByRole('rowheader', { name: 'many-100' })).toBeVisible()
  await page.getByRole('columnheader', { name: api.name }).click()
  await page.getByRole('grid').press('Space')
  await expect(draft(page)).toContainText(`${total} changes in draft`)
  await draft(page).getByRole('button', { name: 'Discard' }).click()
  await expect(draft(page)).toHaveCount(0)
  await expect.poll(async () => (await page.request.get('/account')).text()).not.toContain(' in draft')
})
