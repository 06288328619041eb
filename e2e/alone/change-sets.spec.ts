import { saveDraft } from '../drafts'
import { breakLine } from '../faults'
import { expect, test } from '../fixtures'

test.afterEach(() => breakLine())

test('a running set survives a reload, stops on demand and goes on', async ({ page, tenant }) => {
  const api = await tenant.resourceServer()
  const clients = await Promise.all(Array.from({ length: 12 }, () => tenant.client()))
  await page.goto('/access')
  const setId = await saveDraft(
    page.request,
    clients.map(({ client_id, name }) => ({
      ...{ kind: 'grant.create', clientId: client_id, clientName: name },
      ...{ audience: api.identifier, apiName: api.name, to: { scope: ['read:orders'], allScopes: false } },
    })),
  )
  await page.goto(`/changes/${setId}`)
  await breakLine({ kind: 'delay', for: 3000, path: '^/api/v2/client-grants', method: 'POST' })
  await page.getByRole('button', { name: 'Apply 12 changes' }).click()

  const bar = page.getByRole('progressbar', { name: 'Changes done' })
  await expect(bar).toHaveAttribute('aria-valuemax', '12')
  await expect(page.getByText('Waiting').first()).toBeVisible()
  const changes = page.getByRole('list', { name: 'Changes' })
  await expect(changes.getByText('Applied').first()).toBeVisible()
  await page.reload()
  await expect(page.getByText('You can leave this page; applying goes on.')).toBeVisible()
  await expect(changes.getByText('Applied').first()).toBeVisible()
  await page.getByRole('button', { name: 'Stop after this change' }).click()

  await expect(changes.getByText('Not applied').first()).toBeVisible()
  const goOn = page.getByRole('button', { name: /^Go on with \d+ changes?$/ })
  await breakLine()
  await goOn.click()
  await expect(page.getByText('12 of 12 changes applied.')).toBeVisible()
  const { data } = await tenant.api.clientGrants.list({ audience: api.identifier })
  expect(data).toHaveLength(12)
})
