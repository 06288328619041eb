import { readFile } from 'node:fs/promises'
import { expectAccessible } from './axe'
import { environment } from './environment'
import { expect, test } from './fixtures'

test('the secret is nowhere before Reveal, and forgotten after Hide', async ({ page, context, tenant }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const client = await tenant.client()
  const payloads: string[] = []
  page.on('response', async (response) => payloads.push(await response.text().catch(() => '')))
  await page.goto(`/clients/${client.client_id}`)
  await page.getByRole('link', { name: 'Credentials' }).first().click()
  const field = page.getByRole('group', { name: 'Client secret' })
  await expect(field).toContainText('Hidden')
  await page.reload()
  await expect(field).toContainText('Hidden')
  await expectAccessible(page)
  expect(await page.content()).not.toContain(client.client_secret)
  expect(payloads.filter((payload) => payload.includes(client.client_secret))).toEqual([])

  await page.getByRole('button', { name: 'Reveal client secret' }).click()
  await expect(field).toContainText(client.client_secret)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Hide client secret' }).click()
  expect(await page.content()).not.toContain(client.client_secret)

  await page.getByRole('button', { name: 'Copy client secret' }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(client.client_secret)
})

test('rotating refuses the old secret at once and shows the new one once', async ({ page, tenant }) => {
  const client = await tenant.client()
  const api = await tenant.resourceServer({ token_lifetime: 3600 })
  await tenant.grant(client.client_id, api.identifier, [])
  await page.goto(`/clients/${client.client_id}/credentials`)
  await page.getByRole('button', { name: 'Rotate secret…' }).click()
  const question = page.getByRole('dialog', { name: `Rotate the secret of ${client.name}?` })
  await expect(question).toContainText('The old secret is refused at once.')
  await expect(question).toContainText(/until \d+ \w+, \d\d:\d\d UTC at the latest/)
  await expectAccessible(page)
  await question.getByRole('button', { name: 'Rotate secret' }).click()

  const dialog = page.getByRole('dialog', { name: `New secret of ${client.name}` })
  const secret =
    (await dialog.getByRole('group', { name: 'New client secret' }).locator('code').textContent()) ?? ''
  await expectAccessible(page)
  expect(secret).not.toBe(client.client_secret)
  expect((await tenant.token(client, api.identifier)).status).toBe(401)
  expect((await tenant.token({ ...client, client_secret: secret }, api.identifier)).status).toBe(200)

  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save as .env' }).click()
  const file = await (await download).path()
  expect(await readFile(file, 'utf8')).toBe(
    `AUTH0_DOMAIN='${new URL(environment.tenantUrl).host}'\nAUTH0_CLIENT_ID='${client.client_id}'\nAUTH0_CLIENT_SECRET='${secret}'\n`,
  )
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toHaveCount(0)
  expect(await page.content()).not.toContain(secret)
})

test('beside the secret stands what else a token request needs', async ({ page, tenant }) => {
  const client = await tenant.client()
  await page.goto(`/clients/${client.client_id}/credentials`)

  const aside = page.getByRole('complementary', { name: 'To ask for a token' })
  await expect(aside).toContainText('/oauth/token')
  await expect(aside).toContainText('client_credentials')
  await expect(aside.getByRole('link', { name: 'No APIs' })).toHaveAttribute(
    'href',
    `/clients/${client.client_id}/apis`,
  )
})

test('a client that was deleted in another tab has no secret to rotate', async ({ page, tenant }) => {
  const client = await tenant.client()
  await page.goto(`/clients/${client.client_id}/credentials`)
  await tenant.api.clients.delete(client.client_id)
  await page.getByRole('button', { name: 'Rotate secret…' }).click()
  const question = page.getByRole('dialog', { name: `Rotate the secret of ${client.name}?` })
  await question.getByRole('button', { name: 'Rotate secret' }).click()

  await expect(question.getByRole('alert')).toContainText('The client does not exist')
})
