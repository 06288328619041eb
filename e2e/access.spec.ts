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
  await page.getByText(idle.name).click()
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
