import { expectAccessible } from './axe'
import { expect, test } from './fixtures'

test('a client by a few letters, without the mouse', async ({ page, tenant }) => {
  const client = await tenant.client({ name: `zebra-courier-${crypto.randomUUID().slice(0, 8)}` })
  await page.goto('/')
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: 'Find anything' }).fill(`zebra ${client.name.slice(-8)}`)
  await expect(page.getByRole('option', { name: new RegExp(client.name) })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await expectAccessible(page)

  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: client.name })).toBeVisible()

  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('option').first()).toContainText(client.name)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Find anything' })).toBeHidden()
})

test('a scope leads to who holds it, Tab goes from group to group', async ({ page, tenant }) => {
  const mark = crypto.randomUUID().slice(0, 8)
  const api = await tenant.resourceServer({ name: `Palette ${mark}`, scopes: [{ value: `read:${mark}` }] })
  await page.goto('/')
  await page.getByRole('button', { name: /Find anything/ }).click()
  await page.getByRole('combobox').fill(mark)
  await expect(page.getByRole('option', { name: new RegExp(`^Palette ${mark}`) })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await page.keyboard.press('Tab')
  await expect(page.getByRole('option', { name: new RegExp(`^read:${mark}`) })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/access\\?scope=read%3A${mark}&api=${api.id}`))
})

test.describe('at 390 wide', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('it opens from the menu, which closes, and by the keyboard', async ({ page, tenant }) => {
    const client = await tenant.client({ name: `narrow-courier-${crypto.randomUUID().slice(0, 8)}` })
    const palette = page.getByRole('dialog', { name: 'Find anything' })
    await page.goto('/')
    await page.keyboard.press('ControlOrMeta+k')
    await expect(palette).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(palette).toBeHidden()

    await page.getByRole('button', { name: 'Menu', exact: true }).click()
    await page.getByRole('button', { name: /Find anything/ }).click()
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden()
    await page.getByRole('combobox', { name: 'Find anything' }).fill(client.name)
    await page.getByRole('option', { name: new RegExp(client.name) }).click()
    await expect(page.getByRole('heading', { name: client.name })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  })
})
