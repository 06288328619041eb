import { expectAccessible } from './axe'
import { expect, test } from './fixtures'
import { holdScripts } from './hold-scripts'

test('a client’s row opens to its APIs and scopes, by keyboard, in place', async ({ page, tenant }) => {
  const [api, client] = [await tenant.resourceServer(), await tenant.client()]
  await tenant.grant(client.client_id, api.identifier, ['read:orders'])
  await page.goto(`/clients?q=${client.client_id}`)
  const expander = page.getByRole('link', { name: `APIs of ${client.name}` })
  await expect(expander).toHaveAttribute('aria-expanded', 'false')
  await expander.focus()
  await page.keyboard.press('Enter')

  const lines = page.getByRole('list', { name: `APIs of ${client.name}` })
  await expect(lines.getByRole('listitem')).toHaveText([`${api.name}read:orders`])
  await expect(expander).toHaveAttribute('aria-expanded', 'true')
  await expect(expander).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(lines).toHaveCount(0)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('an API’s row opens to its clients and scopes', async ({ page, tenant }) => {
    const [api, client] = [await tenant.resourceServer(), await tenant.client()]
    await tenant.grant(client.client_id, api.identifier, ['create:orders'])
    await page.goto(`/apis?q=${api.id}`)
    await page.getByRole('link', { name: `Clients of ${api.name}` }).click()

    await expect(page.getByRole('list', { name: `Clients of ${api.name}` }).getByRole('listitem')).toHaveText(
      [`${client.name}create:orders`],
    )
  })

  test('a list is narrowed by filters', async ({ page, tenant }) => {
    const mark = crypto.randomUUID().slice(0, 8)
    await tenant.resourceServer({ name: `One ${mark}` })
    const other = await tenant.resourceServer({ name: `Other ${mark}`, signing_alg: 'HS256' })
    await page.goto(`/apis?q=${mark}`)
    await page.getByRole('button', { name: 'Filter' }).click()
    const panel = page.getByRole('dialog', { name: 'Filter' })
    await panel.getByLabel('Algorithm').selectOption('HS256')
    await panel.getByRole('button', { name: 'Apply filters' }).click()

    await expect(page.getByRole('link', { name: mark })).toHaveText([other.name ?? ''])
  })
})

test('what is typed before the page’s script has run is searched for', async ({ page, tenant }) => {
  const client = await tenant.client()
  const releaseScripts = await holdScripts(page)
  await page.goto('/clients', { waitUntil: 'commit' })
  await page.getByRole('searchbox', { name: 'Search clients' }).fill(client.client_id)
  releaseScripts()

  await expect(page).toHaveURL(`/clients?q=${client.client_id}`)
  await expect(page.getByRole('table', { name: 'Clients' }).getByRole('row')).toHaveCount(2)
})

test('APIs are narrowed by filters that are in the address and taken off one by one', async ({
  page,
  tenant,
}) => {
  const mark = crypto.randomUUID().slice(0, 8)
  const scopes = [{ value: `read:${mark}` }]
  const [called, idle] = [
    await tenant.resourceServer({ name: `Called ${mark}`, scopes }),
    await tenant.resourceServer({ name: `Idle ${mark}`, scopes, signing_alg: 'HS256' }),
  ]
  const client = await tenant.client()
  await tenant.grant(client.client_id, called.identifier, [])
  await tenant.token(client, called.identifier)
  await page.goto(`/apis?q=${mark}`)
  const table = page.getByRole('table', { name: 'APIs' })
  await expect(table.getByRole('row')).toHaveCount(3)

  await page.getByRole('button', { name: 'Filter' }).click()
  const panel = page.getByRole('dialog', { name: 'Filter' })
  await panel.getByLabel('Algorithm').selectOption('HS256')
  await panel.getByLabel('Defines the scope').fill(`read:${mark}`)
  await panel.getByLabel('Without a client').check()
  await expectAccessible(page)
  await panel.getByRole('button', { name: 'Apply filters' }).click()
  await expect(table.getByRole('row')).toHaveCount(2)
  await expect(table).toContainText(idle.name)

  for (const filter of ['Algorithm HS256', `Defines read:${mark}`, 'Clients none']) {
    const remove = page.getByRole('link', { name: `Remove the filter ${filter}` })
    await remove.click()
    await expect(remove).toHaveCount(0)
  }
  await expect(page).toHaveURL(`/apis?q=${mark}`)
  await expect(table.getByRole('row')).toHaveCount(3)
})

test('a filter that is taken off right after typing takes nothing typed with it', async ({
  page,
  tenant,
}) => {
  const mark = crypto.randomUUID().slice(0, 8)
  await tenant.resourceServer({ name: `Asymmetric ${mark}` })
  const symmetric = await tenant.resourceServer({ name: `Symmetric ${mark}`, signing_alg: 'HS256' })
  await page.goto('/apis?alg=RS256')
  const search = page.getByRole('searchbox', { name: 'Search APIs' })
  await search.fill(mark)
  await page.getByRole('link', { name: 'Remove the filter Algorithm RS256' }).click()
  await expect(page).toHaveURL(`/apis?q=${mark}`)
  await expect(page.getByRole('table', { name: 'APIs' })).toContainText(symmetric.name)
  await expect(search).toHaveValue(mark)

  await search.fill(`${mark} nothing like it`)
  await page.getByRole('link', { name: 'Show all APIs' }).click()
  await expect(page).toHaveURL('/apis')
  await expect(search).toHaveValue('')
})

test('clients beside an API are sorted by last token, and left are those without one', async ({
  page,
  tenant,
}) => {
  const api = await tenant.resourceServer()
  const [used, unused] = [await tenant.client({ name: `a ${crypto.randomUUID()}` }), await tenant.client()]
  await tenant.grant(used.client_id, api.identifier, [])
  await tenant.token(used, api.identifier)
  const path = `/apis/${api.id}/non-interactive-clients`
  const rows = page.getByRole('list', { name: `Clients of ${api.name}` }).getByRole('listitem')
  await expect(async () => {
    await page.goto(`${path}?sort=token&order=desc`)
    await expect(rows.first()).toContainText(used.name, { timeout: 1000 })
    await expect(rows.first()).toContainText(/ago|now/, { timeout: 500 })
  }).toPass()

  const byName = page.getByRole('link', { name: /^Client$/ })
  await byName.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: /^Client\s*, ascending$/ })).toBeFocused()

  await page.getByRole('button', { name: 'Filter' }).click()
  await page.getByLabel('Last token').selectOption('observed')
  await page.getByRole('button', { name: 'Apply filter' }).click()
  await expect(page.getByRole('checkbox', { name: `Authorize ${used.name}` })).toHaveCount(0)
  await expect(page.getByRole('link', { name: /^Remove the filter No token since/ })).toBeVisible()
  await page.goto(`${path}?unused=observed&q=${unused.client_id}`)
  await expect(page.getByRole('checkbox', { name: `Authorize ${unused.name}` })).toBeVisible()
  await expectAccessible(page)
})
