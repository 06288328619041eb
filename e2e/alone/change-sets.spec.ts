import { breakLine } from '../faults'
import { expect, test } from '../fixtures'

test.afterEach(() => breakLine())

test('a running set survives a reload, stops on demand and goes on', async ({ page, tenant }) => {
  const api = await tenant.resourceServer()
  const clients = await Promise.all(Array.from({ length: 12 }, () => tenant.client()))
  for (const { client_id } of clients)
    await tenant.grant(client_id, api.identifier, ['read:orders', 'create:orders'])
  await page.goto(`/apis/${api.id}/scopes`)
  await page.getByRole('button', { name: 'Remove create:orders' }).click()
  await page.getByRole('button', { name: 'Remove from 12 grants and the API' }).click()
  await expect(page.getByRole('button', { name: 'Remove create:orders' })).toHaveCount(0)
  await page.goto(`/apis/${api.id}/activity`)
  await page.getByRole('button', { name: /^Undo… Applied 13 changes/ }).click()
  await breakLine({ kind: 'delay', for: 3000, path: '^/api/v2/client-grants', method: 'PATCH' })
  await page.getByRole('button', { name: 'Apply 13 changes' }).click()

  const bar = page.getByRole('progressbar', { name: 'Changes done' })
  await expect(bar).toHaveAttribute('aria-valuemax', '13')
  await expect(page.getByText('Waiting').first()).toBeVisible()
  await expect(page.getByText('Applying').first()).toBeVisible()
  await page.reload()
  await expect(page.getByText('You can leave this page; applying goes on.')).toBeVisible()
  await expect(page.getByText('Being applied by')).toBeVisible()
  await page.getByRole('button', { name: 'Stop after this change' }).click()

  await expect(page.getByText('Not applied').first()).toBeVisible()
  const goOn = page.getByRole('button', { name: /^Go on with \d+ changes?$/ })
  await expect(goOn).toBeVisible()
  await breakLine()
  await goOn.click()
  await expect(page.getByText('13 of 13 changes applied.')).toBeVisible()
  const { data } = await tenant.api.clientGrants.list({ audience: api.identifier })
  expect(data.filter(({ scope }) => scope?.includes('create:orders'))).toHaveLength(12)
})
