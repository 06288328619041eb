import { expectAccessible } from './axe'
import { environment } from './environment'
import { expect, test } from './fixtures'
import { holdScripts } from './hold-scripts'

const unique = () => crypto.randomUUID().slice(0, 8)

test('pasted lines are judged one by one, and what is ready becomes a plan', async ({ page, tenant }) => {
  const [client, api] = [await tenant.client({ name: `Billing ${unique()}` }), await tenant.resourceServer()]
  await page.goto('/import')
  await page
    .getByLabel('What to import')
    .fill(
      `client,api,scopes\n${client.name},${api.identifier},read:orders\n${client.name},${api.identifier},no:such\nNobody,${api.identifier},`,
    )

  const preview = page.getByRole('list', { name: 'Preview' })
  await expect(preview.getByRole('listitem')).toHaveText([
    `2${client.name} → ${api.name}Authorizes it with read:orders.`,
    `3${client.name} → ${api.name}${api.name} has no scope no:such.`,
    `4Nobody → ${api.identifier}The tenant has no client Nobody.`,
  ])
  await expect(page.getByRole('status').filter({ hasText: 'CSV' })).toHaveText(
    'CSV: 1 ready, 2 can’t be taken and stay here.',
  )
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Review 1 change' }).click()
  await expect(page).toHaveURL(/\/changes\/[\w-]+$/)
  const { data } = await tenant.api.clientGrants.list({ client_id: client.client_id })
  expect(data).toEqual([])

  const leftOut = page.getByRole('region', { name: 'Not taken from the import' })
  await expect(leftOut.getByRole('listitem')).toHaveText([
    `3${client.name} → ${api.name}${api.name} has no scope no:such.`,
    `4Nobody → ${api.identifier}The tenant has no client Nobody.`,
  ])
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Apply 1 change' }).click()
  await expect(page.getByText('1 of 1 change applied.')).toBeVisible()
  await expect(leftOut.getByText('2 things of the import were not taken.')).toBeVisible()
  await leftOut.getByRole('link', { name: 'Back to import' }).click()
  await expect(page.getByLabel('What to import')).toHaveValue(new RegExp(`Nobody,${api.identifier},$`))
})

test('an API takes its scopes from an OpenAPI document, whatever address that names', async ({
  page,
  tenant,
}) => {
  const api = await tenant.resourceServer()
  await page.goto(`/apis/${api.id}/scopes`)
  await page.getByRole('link', { name: 'Import from OpenAPI' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Import scopes into ${api.name}` })).toBeVisible()
  const flows = {
    clientCredentials: { tokenUrl: 'https://a.example/token', scopes: { 'ship:orders': 'Ship orders' } },
  }
  await page.getByLabel('What to import').fill(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Elsewhere' },
      servers: [{ url: 'https://elsewhere.example' }],
      components: { securitySchemes: { oauth: { type: 'oauth2', flows } } },
    }),
  )
  await expect(page.getByRole('list', { name: 'Preview' })).toContainText('Adds ship:orders.')
  await page.getByRole('button', { name: 'Review 1 change' }).click()
  await page.getByRole('button', { name: 'Apply 1 change' }).click()

  await expect(page.getByText('1 of 1 change applied.')).toBeVisible()
  const { scopes } = (await tenant.api.resourceServers.get(api.id)) ?? {}
  expect(scopes?.map(({ value }) => value)).toContain('ship:orders')
})

test('exactly takes away what the document leaves out, and says so first', async ({ page, tenant }) => {
  const [client, api] = [await tenant.client(), await tenant.resourceServer()]
  await tenant.grant(client.client_id, api.identifier, ['read:orders', 'create:orders'])
  await page.goto('/import')
  await page.getByLabel('What to import').fill(`${client.client_id},${api.identifier},read:orders`)
  const line = page.getByRole('list', { name: 'Preview' }).getByRole('listitem')
  await expect(line).toContainText('It has these scopes.')
  await expect(page.getByRole('button', { name: 'Review changes' })).toBeDisabled()

  await page.getByRole('radio', { name: 'Exactly what it says' }).check()
  await expect(line).toContainText('Removes create:orders.')
  await expect(page.getByRole('button', { name: 'Review 1 change' })).toBeEnabled()
})

test('a file is chosen in place of text, and the text is still there after', async ({ page }) => {
  await page.goto('/import')
  await page.getByLabel('What to import').fill('typed before')
  await page.getByLabel('File to import').setInputFiles({
    name: 'tenant.yaml',
    mimeType: 'application/yaml',
    buffer: Buffer.from(`clients:\n  - name: Newcomer ${unique()}\n  - name: "@@NAME@@"\n`),
  })

  const lines = page.getByRole('list', { name: 'Preview' }).getByRole('listitem')
  await expect(lines.nth(0)).toContainText('Creates the client, type Non Interactive.')
  await expect(lines.nth(1)).toContainText('It holds @@NAME@@, which auth0-deploy-cli replaces.')
  await page.getByRole('button', { name: 'Remove file' }).click()
  await expect(page.getByLabel('What to import')).toHaveValue('typed before')
})

test('what is typed and chosen before the page’s script has run is taken as well', async ({
  page,
  tenant,
}) => {
  const [client, api] = [await tenant.client(), await tenant.resourceServer()]
  await tenant.grant(client.client_id, api.identifier, ['read:orders', 'create:orders'])
  const releaseScripts = await holdScripts(page)
  await page.goto('/import', { waitUntil: 'commit' })
  const field = page.getByLabel('What to import')
  await field.fill(`${client.client_id},${api.identifier},read:orders`)
  await page.getByRole('radio', { name: 'Exactly what it says' }).check()
  releaseScripts()

  const lines = page.getByRole('list', { name: 'Preview' }).getByRole('listitem')
  await expect(lines).toHaveCount(1)
  await expect(lines).toContainText('Removes create:orders.')
  await expect(field).toHaveValue(`${client.client_id},${api.identifier},read:orders`)
})

test.describe('an export', () => {
  const formats = [
    { format: 'csv', type: /^text\/csv/, file: 'grants.csv' },
    { format: 'json', type: /^application\/json/, file: 'access.json' },
    { format: 'yaml', type: /^application\/yaml/, file: 'tenant.yaml' },
    { format: 'folder', type: /^application\/zip/, file: 'tenant.zip' },
    { format: 'terraform', type: /^text\/plain/, file: 'access.tf' },
  ]
  for (const { format, type, file } of formats) {
    test(`as ${format} names what the tenant holds and no secret`, async ({ page, tenant }) => {
      const [client, api] = [await tenant.client(), await tenant.resourceServer()]
      await tenant.grant(client.client_id, api.identifier, ['read:orders'])
      const answer = await page.request.get(`/export/${format}`)

      expect(answer.headers()['content-type']).toMatch(type)
      expect(answer.headers()['content-disposition']).toBe(`attachment; filename="${file}"`)
      const text = (await answer.body()).toString('latin1')
      expect(text).not.toContain(client.client_secret)
      expect(text).toContain(format === 'folder' ? `clients/${client.name}.json` : client.name)
      expect(text).not.toContain(environment.management.clientId)
    })
  }

  test('is reached from the lists', async ({ page }) => {
    await page.goto('/clients')
    await page.getByRole('button', { name: 'Import and export' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'Export as JSON' }).click()

    expect((await download).suggestedFilename()).toBe('access.json')
  })

  test('of a format there is none of is not found', async ({ page }) => {
    expect((await page.request.get('/export/xml')).status()).toBe(404)
  })
})

test.describe('without a session', () => {
  test.use({ signedInAs: null })

  test('nothing is exported', async ({ page, tenant }) => {
    const client = await tenant.client()
    const answer = await page.request.get('/export/json', { maxRedirects: 0 })
    expect(answer.status()).toBe(307)
    expect(await answer.text()).not.toContain(client.name)
  })
})
