import { expectAccessible } from './axe'
import { environment } from './environment'
import { expect, test } from './fixtures'
import { holdScripts } from './hold-scripts'
import { untilMirrored } from './mirror'

const unique = () => crypto.randomUUID().slice(0, 8)
const idInAddress = (url: string) => new URL(url).pathname.split('/')[2] ?? ''

test('the list names every client, its type and how many APIs it may call', async ({ page, tenant }) => {
  const client = await tenant.client({ name: `Billing ${unique()}` })
  const api = await tenant.resourceServer()
  await tenant.grant(client.client_id, api.identifier, [])
  await page.goto('/clients')

  const row = page.getByRole('row', { name: client.name })
  await expect(row.getByRole('cell', { name: 'Non Interactive' })).toBeVisible()
  await expect(row).toContainText(client.client_id)
  await expect(row.getByRole('cell', { name: '1', exact: true })).toBeVisible()
  await expectAccessible(page)
})

test('a client ID is copied as it stands', async ({ page, context, tenant }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const client = await tenant.client()
  await page.goto('/clients')
  await page.getByRole('button', { name: `Copy client ID of ${client.name}` }).click()

  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(client.client_id)
})

test('the list reads without JavaScript', async ({ browser, context, tenant }) => {
  const client = await tenant.client()
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await context.storageState(),
    baseURL: environment.url,
  })
  const page = await plain.newPage()
  await untilMirrored()
  await page.goto('/clients')
  await page.getByRole('link', { name: client.name, exact: true }).click()

  await expect(page.getByRole('heading', { level: 1, name: client.name })).toBeVisible()
  await plain.close()
})

const types = [
  { label: 'Non Interactive', app_type: 'non_interactive', asksForTokens: true },
  { label: 'Regular Web', app_type: 'regular_web', asksForTokens: true },
  { label: 'Single Page', app_type: 'spa', asksForTokens: false },
  { label: 'Native', app_type: 'native', asksForTokens: false },
]

for (const { label, app_type, asksForTokens } of types) {
  test(`a ${label} client is created and opens`, async ({ page, tenant }) => {
    const name = `${label} ${unique()}`
    await page.goto('/clients')
    await page.getByRole('link', { name: 'Create client' }).click()
    await expect(page.getByRole('radio', { name: 'Non Interactive' })).toBeChecked()
    await page.getByRole('textbox', { name: 'Name' }).fill(name)
    await page.getByRole('radio', { name: label }).check()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Create client' }).click()

    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    const clientId = idInAddress(page.url())
    tenant.removeClientLater(clientId)
    const created = await tenant.api.clients.get(clientId)
    expect(created).toMatchObject({ name, app_type })
    expect(created.grant_types?.includes('client_credentials')).toBe(asksForTokens)
  })
}

test.describe('a name', () => {
  for (const [what, name, complaint] of [
    ['that is empty', '', 'Give the client a name.'],
    ['that is only spaces', '   ', 'Give the client a name.'],
    ['with angle brackets', 'Billing <v2>', 'Leave out < and >.'],
    ['of 201 characters', 'x'.repeat(201), 'At most 200 characters.'],
  ] as const) {
    test(`${what} is refused beside the field, and stays as typed`, async ({ page }) => {
      await page.goto('/clients/new')
      const field = page.getByRole('textbox', { name: 'Name' })
      await field.fill(name)
      await page.getByRole('button', { name: 'Create client' }).click()

      await expect(field).toHaveAccessibleDescription(new RegExp(complaint.replace(/[.]/g, '\\.')))
      await expect(field).toHaveValue(name)
      await expect(page).toHaveURL(/\/clients\/new$/)
    })
  }

  for (const [what, name] of [
    ['emoji', `Facturación 📦 ${unique()}`],
    ['right-to-left text', `خدمة الفواتير ${unique()}`],
    ['200 characters', `${unique()} `.padEnd(200, 'long-name-')],
    ['markup', `&amp; "${unique()}" 'n' $\{1}`],
  ] as const) {
    test(`of ${what} is kept to the letter`, async ({ page, tenant }) => {
      await page.goto('/clients/new')
      await page.getByRole('textbox', { name: 'Name' }).fill(name)
      await page.getByRole('button', { name: 'Create client' }).click()

      await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
      const clientId = idInAddress(page.url())
      tenant.removeClientLater(clientId)
      expect((await tenant.api.clients.get(clientId)).name).toBe(name)
    })
  }
})

test('pressing twice creates one client', async ({ page, tenant }) => {
  const name = `Once ${unique()}`
  await page.goto('/clients/new')
  const field = page.getByRole('textbox', { name: 'Name' })
  await field.fill(name)
  await page.getByRole('button', { name: 'Create client' }).dblclick()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  tenant.removeClientLater(idInAddress(page.url()))

  const { data } = await tenant.api.clients.list({ per_page: 100, include_totals: true })
  expect(data.filter((client) => client.name === name)).toHaveLength(1)
})

test.describe('before the page’s script has run', () => {
  test('the dialog is there, and what is filled in and submitted counts', async ({ page, tenant }) => {
    const name = `Early ${unique()}`
    const releaseScripts = await holdScripts(page)
    await page.goto('/clients/new', { waitUntil: 'commit' })
    const dialog = page.getByRole('dialog', { name: 'Create client' })
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
    await dialog.getByRole('radio', { name: 'Regular Web' }).check()
    await dialog.getByRole('button', { name: 'Create client' }).click()
    releaseScripts()

    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    const clientId = idInAddress(page.url())
    tenant.removeClientLater(clientId)
    expect(await tenant.api.clients.get(clientId)).toMatchObject({ name, app_type: 'regular_web' })
  })

  test('Cancel leads back to the list', async ({ page }) => {
    await holdScripts(page)
    await page.goto('/clients/new', { waitUntil: 'commit' })
    await page.getByRole('link', { name: 'Cancel' }).click({ noWaitAfter: true })

    await expect(page).toHaveURL(/\/clients$/)
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })
})

test('Esc closes the dialog and leaves the list', async ({ page }) => {
  await page.goto('/clients/new')
  await page.keyboard.press('Escape')

  await expect(page).toHaveURL(/\/clients$/)
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a tenant of 60 clients is read page by page, type by type', async ({ page, tenant }) => {
  const mark = unique()
  const name = (index: number) => `Many ${mark} ${String(index).padStart(2, '0')}`
  await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      tenant.client({ name: name(index), app_type: index < 30 ? 'native' : 'spa' }),
    ),
  )
  const seen = new Set<string>()
  await page.goto('/clients?type=native')
  for (;;) {
    for (const text of await page.getByRole('link', { name: `Many ${mark}` }).allInnerTexts()) seen.add(text)
    await expect(page.getByRole('cell', { name: 'Single Page' })).toHaveCount(0)
    const next = page.getByRole('link', { name: 'Next' })
    if ((await next.getAttribute('href')) === null) break
    const before = page.url()
    await next.click()
    await expect(page).not.toHaveURL(before)
    await expect(page.getByRole('table')).toBeVisible()
  }
  expect([...seen].sort()).toEqual(Array.from({ length: 30 }, (_, index) => name(index)))

  await page.goto('/clients?page=2')
  await expect(page.getByRole('navigation', { name: 'Pages' })).toContainText(/26–50 of \d+/)
  await page.getByRole('link', { name: 'Previous' }).click()
  await expect(page).toHaveURL(/\/clients$/)
  await expect(page.getByRole('row')).toHaveCount(26)
})

test('an address beyond the last page says so and leads back', async ({ page }) => {
  await page.goto('/clients?page=4000')
  await expect(page.getByRole('heading', { name: 'Nothing on this page' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Open the first page' }).click()

  await expect(page.getByRole('table')).toBeVisible()
})

for (const address of ['/clients?page=-1', '/clients?page=two&page=3', '/clients?type=%3Cscript%3E']) {
  test(`${address} shows the list`, async ({ page }) => {
    const response = await page.goto(address)

    expect(response?.status()).toBe(200)
    await expect(page.getByRole('table')).toBeVisible()
  })
}

test.describe('at 390 wide', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('the list, the dialog and the tabs fit', async ({ page, tenant }) => {
    const client = await tenant.client({ name: 'a-very-long-name-without-a-break-'.repeat(6) })
    await tenant.resourceServer({ identifier: `https://${'long.'.repeat(20)}${unique()}.example/` })
    const path = `/clients/${client.client_id}`
    for (const address of ['/clients', '/clients/new', path, `${path}/credentials`, `${path}/apis`]) {
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBe(390)
      await expectAccessible(page)
    }
  })
})
