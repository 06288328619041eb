import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { expect, test } from './fixtures'
import type { TenantFixture } from './tenant'

/** Three clients beside an API of their own; the first may read. */
async function seed(tenant: TenantFixture) {
  const mark = crypto.randomUUID().slice(0, 8)
  const api = await tenant.resourceServer({ name: `Orders ${mark}` })
  const [reader, writer, idle] = [
    await tenant.client({ name: `a-reader-${mark}` }),
    await tenant.client({ name: `b-writer-${mark}` }),
    await tenant.client({ name: `c-idle-${mark}` }),
  ]
  await tenant.grant(reader.client_id, api.identifier, ['read:orders'])
  return { mark, api, reader, writer, idle }
}

const cell = (page: Page, client: { name: string }, column: string) =>
  page.getByRole('gridcell', { name: new RegExp(`^${client.name}, ${column}`) })
const draft = (page: Page) => page.getByRole('region', { name: 'Draft' })

/** Lets go of what a test has left, so that the next one begins without a draft. */
async function discard(page: Page) {
  await draft(page).getByRole('button', { name: 'Discard' }).click()
  await expect(draft(page)).toHaveCount(0)
}

test.describe.configure({ mode: 'serial' }) // all of them edit the one draft of the one admin
// It is kept a moment after it is edited, so what the page shows may not be what the next one begins with.
test.afterEach(async ({ page }) => {
  await expect.poll(async () => (await page.request.get('/account')).text()).not.toContain(' in draft')
})

test('a cell shows what a client may do, and a click drafts more', async ({ page, tenant }) => {
  const { mark, api, reader } = await seed(tenant)
  await page.goto(`/access?q=${mark}&api=${api.id}`)
  await expect(cell(page, reader, api.name)).toHaveAccessibleName(/1 of 2 scopes$/)

  await cell(page, reader, api.name).click()
  await expect(cell(page, reader, api.name)).toHaveAccessibleName(
    /2 of 2 scopes, 1 of 2 scopes before this draft$/,
  )
  await expect(draft(page)).toContainText('1 change in draft')
  await expect(draft(page)).toContainText('1 client gains 1 scope')
  await expectAccessible(page)
  await discard(page)
})

test('the draft is kept on the server, and nothing is written before its plan is applied', async ({
  page,
  tenant,
}) => {
  const { mark, api, reader, idle } = await seed(tenant)
  await page.goto(`/access?q=${mark}&api=${api.id}`)
  const saved = page.waitForResponse((response) => response.request().method() === 'POST')
  await cell(page, idle, api.name).click()
  await saved
  await page.reload()
  await expect(cell(page, idle, api.name)).toHaveAccessibleName(
    /2 of 2 scopes, not authorized before this draft$/,
  )
  const grants = await tenant.api.clientGrants.list({ client_id: idle.client_id })
  expect(grants.data).toEqual([])

  await page.goto(`/access?q=${mark}&show=changed`)
  await expect(page.getByRole('rowheader')).toHaveText([idle.name])
  await page.goto(`/access?q=${mark}&show=without`)
  await expect(page.getByRole('rowheader').filter({ hasText: reader.name })).toHaveCount(0)
  await discard(page)
})

test('the keyboard alone: move, open, select, toggle, copy, paste and undo', async ({ page, tenant }) => {
  const { mark, api, reader, writer, idle } = await seed(tenant)
  await page.goto(`/access?q=${mark}&api=${api.id}`)
  const grid = page.getByRole('grid', { name: 'Clients by APIs' })
  await grid.focus()

  await grid.press('Enter')
  await expect(cell(page, reader, 'create:orders')).toHaveAccessibleName(/: not granted$/)
  await grid.press('ArrowRight')
  await grid.press('Shift+ArrowDown')
  await grid.press('Space')
  await expect(cell(page, writer, 'create:orders')).toHaveAccessibleName(/granted in this draft$/)
  await expect(draft(page)).toContainText('2 changes in draft')

  await grid.press('Home')
  await grid.press('ArrowRight')
  await grid.press('ControlOrMeta+c')
  await expect(
    page.getByRole('status').filter({ hasText: `Copied read:orders for ${writer.name}` }),
  ).toBeAttached()
  await grid.press('ArrowDown')
  await grid.press('ArrowDown')
  await grid.press('ControlOrMeta+v')
  await grid.press('ControlOrMeta+z')
  await grid.press('ControlOrMeta+z')
  await expect(draft(page)).toHaveCount(0)
  await expect(cell(page, idle, 'read:orders')).toHaveAccessibleName(/: not granted$/)
})

test('a drag gives every cell it covers what the first one got', async ({ page, tenant }) => {
  const { mark, api, writer, idle } = await seed(tenant)
  await page.goto(`/access?q=${mark}&api=${api.id}`)
  await cell(page, writer, api.name).hover()
  await page.mouse.down()
  await cell(page, idle, api.name).hover()
  await page.mouse.up()

  await expect(draft(page)).toContainText('2 changes in draft')
  await expect(cell(page, idle, api.name)).toHaveAccessibleName(/2 of 2 scopes, not authorized before/)
  await discard(page)
})

test('who holds a scope: its columns and its holders alone, in an address to send around', async ({
  page,
  tenant,
}) => {
  const { mark, api, reader } = await seed(tenant)
  await page.goto(`/access?q=${mark}&api=${api.id}&scope=read:orders`)
  await expect(page.getByRole('rowheader')).toHaveText([reader.name])
  await expect(cell(page, reader, 'read:orders')).toHaveAccessibleName(/: granted$/)

  await page.getByRole('button', { name: 'Remove the filter Holds read:orders' }).click()
  await expect(page.getByRole('rowheader')).toHaveCount(3)
  await expect(page).not.toHaveURL(/scope=/)
})

test('this dashboard’s own access is locked', async ({ page }) => {
  await page.goto('/access')
  const own = page.getByRole('gridcell', { name: /This dashboard reaches the Management API with it/ })
  await expect(own).toHaveAttribute('aria-readonly', 'true')
  await own.click()
  await expect(draft(page)).toHaveCount(0)
})

test('on a phone it is a list of clients', async ({ page, tenant }) => {
  const { mark, api, idle } = await seed(tenant)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`/access?q=${mark}&api=${api.id}`)
  await page.locator('summary', { hasText: idle.name }).click()
  await page.getByRole('checkbox', { name: api.name }).check()
  await expect(draft(page)).toContainText('1 change in draft')
  await expectAccessible(page)
  await discard(page)
})

test('a picture of what one client may call', async ({ page, tenant }) => {
  const { api, reader } = await seed(tenant)
  await page.goto(`/access/graph?client=${reader.client_id}`)
  await expect(page.getByRole('heading', { name: `What ${reader.name} may call` })).toBeVisible()
  await expect(page.getByRole('figure', { name: `What ${reader.name} may call` })).toBeVisible()
  await page.getByText('As a table').click()
  await expect(page.getByRole('row', { name: `${reader.name} ${api.name} 1` })).toBeVisible()
  await expectAccessible(page)
})

test('the menu counts the draft on every page, and going back finds it as it was left', async ({
  page,
  tenant,
}) => {
  const { mark, api, writer, idle } = await seed(tenant)
  const inMenu = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Access' })
  await page.goto(`/access?q=${mark}&api=${api.id}`)
  await cell(page, writer, api.name).click()
  await expect(inMenu).toHaveText('Access1 in draft')
  await cell(page, idle, api.name).click()
  await expect(inMenu).toHaveText('Access2 in draft')

  await draft(page).getByRole('button', { name: 'Review 2 changes' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '2 changes to access' })).toBeVisible()
  await expect(inMenu).toHaveText('Access2 in draft')
  await page.goBack()
  await expect(draft(page)).toContainText('2 changes in draft')
  await cell(page, idle, api.name).click()
  await expect(draft(page)).toContainText('1 change in draft')
  await draft(page).getByRole('button', { name: 'Review 1 change' }).click()
  await page.getByRole('button', { name: 'Apply 1 change' }).click()
  await expect(page.getByText('1 of 1 change applied.')).toBeVisible()
  await expect(inMenu).toHaveText('Access')
  await page.goBack()
  await expect(cell(page, writer, api.name)).toHaveAccessibleName(/2 of 2 scopes$/)
  await expect(draft(page)).toHaveCount(0)
})

test('a draft that was discarded at its plan is gone from the menu and the matrix', async ({
  page,
  tenant,
}) => {
  const { mark, api, idle } = await seed(tenant)
  const inMenu = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Access' })
  await page.goto(`/access?q=${mark}&api=${api.id}`)
  await cell(page, idle, api.name).click()
  await draft(page).getByRole('button', { name: 'Review 1 change' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '1 change to access' })).toBeVisible()
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(page).toHaveURL(/\/activity/)
  await expect(inMenu).toHaveText('Access')

  await page.goBack()
  await page.goBack()
  await expect(cell(page, idle, api.name)).toHaveAccessibleName(/not authorized$/)
  await expect(draft(page)).toHaveCount(0)
})

test('heads select whole columns and rows, which are granted or taken away at once', async ({
  page,
  tenant,
}) => {
  const { mark, api, reader, idle } = await seed(tenant)
  await page.goto(`/access?q=${mark}&api=${api.id}`)
  await page.getByRole('columnheader', { name: api.name }).click()
  await expect(page.getByText('3 cells selected: 3 by 1')).toBeVisible()
  await page.getByRole('button', { name: 'Grant all' }).click()
  await expect(draft(page)).toContainText('3 changes in draft')
  await expect(page.getByRole('status').filter({ hasText: 'Granted 3 cells' })).toBeAttached()

  await page.getByRole('button', { name: `Open ${api.name}, 2 scopes` }).click()
  await page.getByRole('rowheader', { name: reader.name }).click({ position: { x: 190, y: 10 } })
  await expect(page.getByText('2 cells selected: 1 by 2')).toBeVisible()
  await page.getByRole('grid').press('Space')
  await expect(cell(page, reader, 'read:orders')).toHaveAccessibleName(/not granted in this draft$/)
  await cell(page, idle, 'read:orders').click()
  await cell(page, reader, 'read:orders').click({ modifiers: ['Shift'] })
  await expect(cell(page, reader, 'read:orders')).toHaveAccessibleName(/not granted in this draft$/)
  await expectAccessible(page)
  await discard(page)
})

test('the last token stands beside the cell, and as of when all is', async ({ page, tenant }) => {
  const { mark, api, reader, writer } = await seed(tenant)
  await tenant.token(reader, api.identifier)
  await expect(async () => {
    await page.goto(`/access?q=${mark}&api=${api.id}`)
    await expect(page.getByText(/^Last token \d+ s ago$/)).toBeVisible({ timeout: 1000 })
  }).toPass()
  await page.getByRole('grid').press('ArrowDown')
  await expect(page.getByText(/^No token since/)).toBeVisible()

  await expect(page.getByText(/^As of \d\d:\d\d:\d\d UTC$/)).toBeVisible()
  await tenant.grant(writer.client_id, api.identifier, ['create:orders'])
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(cell(page, writer, api.name)).toHaveAccessibleName(/1 of 2 scopes$/)
})

test('what is shown is taken along as CSV', async ({ page, tenant }) => {
  const { mark, api, reader, idle } = await seed(tenant)
  await page.goto(`/access?q=${mark}&api=${api.id}`)
  await page.getByRole('searchbox', { name: 'Filter clients' }).fill(`-${mark}`)
  await page.getByRole('button', { name: 'Import and export' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Export this view as CSV' }).click(),
  ])
  const lines = (await readFile(await download.path(), 'utf8')).split('\r\n')
  expect(lines).toHaveLength(5)
  expect(lines[0]).toBe(`client,client_id,${api.identifier}`)
  expect(lines[1]).toBe(`${reader.name},${reader.client_id},read:orders`)
  expect(lines[3]).toBe(`${idle.name},${idle.client_id},`)
})

test('every filter is in the address, and taken off again', async ({ page, tenant }) => {
  const { mark, api, reader, writer } = await seed(tenant)
  const other = await tenant.resourceServer({ name: `Stock ${mark}` })
  await tenant.grant(writer.client_id, other.identifier, ['read:orders', 'create:orders'])
  const native = await tenant.client({ name: `d-native-${mark}`, app_type: 'native' })
  const rows = page.getByRole('rowheader')
  await page.goto(`/access?q=${mark}`)
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  const panel = page.getByRole('dialog', { name: 'Filter' })
  await panel.getByLabel('Type of client').selectOption({ label: 'Native' })
  await expect(rows).toHaveText([native.name])
  await expectAccessible(page)
  await panel.getByLabel('Type of client').selectOption({ label: 'Any' })
  await panel.getByLabel('More scopes than').fill('1')
  await expect(rows).toHaveText([writer.name])
  await expect(page).toHaveURL(/more=1/)
  await panel.getByLabel('API').selectOption({ label: api.name })
  await expect(page.getByText('Nothing matches these filters.')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Nothing matches these filters.')).toBeVisible()

  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(page).toHaveURL(/\/access$/)
  await expect(rows.filter({ hasText: native.name })).toHaveCount(1)
  await page.goto(`/access?q=${mark}&api=${api.id}&more=1`)
  await page.getByRole('button', { name: 'Remove the filter More than 1 scope' }).click()
  await page.getByRole('link', { name: /^Without a grant/ }).click()
  await expect(page).toHaveURL(/show=without/)
  await expect(rows.filter({ hasText: reader.name })).toHaveCount(0)
  await expect(rows).toHaveCount(3)
})

test('pictures of who may call an API, and of who holds a scope', async ({ page, tenant }) => {
  const { mark, api, reader } = await seed(tenant)
  const scope = `read:${mark}`
  await tenant.api.resourceServers.update(api.id, { scopes: [{ value: 'read:orders' }, { value: scope }] })
  const all = await tenant.client({ name: `e-all-${mark}` })
  await tenant.api.clientGrants.create({
    client_id: all.client_id,
    audience: api.identifier,
    allow_all_scopes: true,
  })
  await page.goto(`/access?q=${mark}&api=${api.id}`)
  await page.getByRole('link', { name: `Picture of API ${api.name}` }).click()
  await expect(page.getByRole('figure', { name: `Who may call ${api.name}` })).toBeVisible()
  await expect(page.getByRole('figure').getByRole('link', { name: reader.name })).toBeVisible()

  await page.goto(`/access/graph?scope=${scope}`)
  await expect(page.getByRole('figure', { name: `Who holds ${scope}` })).toBeVisible()
  await expect(page.getByRole('figure').getByRole('link')).toHaveText([
    new RegExp(all.name),
    new RegExp(api.name),
  ])
})
