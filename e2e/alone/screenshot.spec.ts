import { copyFile } from 'node:fs/promises'
import { expect, test } from '../fixtures'

const scopes = [
  { value: 'read:orders', description: 'Read orders and their lines' },
  { value: 'create:orders', description: 'Create orders' },
  { value: 'update:orders', description: 'Change the status and address of an order' },
  { value: 'delete:orders', description: 'Delete drafts' },
  { value: 'export:orders', description: 'Export orders in bulk' },
]

const clients = [
  { name: 'billing-worker', granted: 3 },
  { name: 'ci-deployer', granted: 0 },
  { name: 'fraud-scorer', granted: 1 },
  { name: 'invoice-exporter', granted: 2 },
  { name: 'orders-nightly-sync', granted: 5 },
  { name: 'payroll-cron', granted: 0 },
]

test.use({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 2 })

/** With SCREENSHOT=public/screenshot.png the README's picture is made anew; otherwise it is only looked at. */
test('the picture in the README is of the real thing', async ({ page, tenant }, info) => {
  const api = await tenant.resourceServer({
    name: 'Orders API',
    identifier: 'https://orders.example.com/api',
    scopes,
  })
  for (const { name, granted } of clients) {
    const client = await tenant.client({ name })
    const scope = scopes.slice(0, granted).map(({ value }) => value)
    if (granted) await tenant.grant(client.client_id, api.identifier, scope)
  }

  await page.goto(`/apis/${api.id}/non-interactive-clients`)
  await page.getByRole('button', { name: 'Scopes of billing-worker' }).click()
  await expect(page.getByText('3 of 5 granted')).toBeVisible()

  const path = info.outputPath('screenshot.png')
  await page.screenshot({ path, animations: 'disabled' })
  if (process.env.SCREENSHOT) await copyFile(path, process.env.SCREENSHOT)
})
