import type { Download, Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { languages } from '../lib/quickstarts/all'
import { routes } from '../lib/routes'
import { expectAccessible } from './axe'
import { environment } from './environment'
import { expect, test } from './fixtures'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

for (const algorithm of ['RS256', 'HS256'] as const) {
  test(`every language and framework is filled in for ${algorithm}, and fits a phone`, async ({
    page,
    tenant,
  }) => {
    test.setTimeout(180_000)
    await page.setViewportSize({ width: 390, height: 844 })
    const api = await tenant.resourceServer({ signing_alg: algorithm })
    const client = await tenant.client()
    await tenant.grant(client.client_id, api.identifier, ['read:orders'])

    for (const { slug: language, accept, call } of languages) {
      for (const acceptor of accept.length > 0 ? accept : [undefined]) {
        const framework = acceptor?.slug
        await page.goto(routes.apiQuickstart(api.id, { language, framework, client: client.client_id }))
        await expect(page.getByText(`Tokens for this API are signed with ${algorithm}.`)).toBeVisible()
        const cannot = acceptor?.cannot?.(algorithm)
        if (cannot) await expect(page.getByText(cannot)).toBeVisible()
        else if (acceptor)
          await expect(page.getByRole('heading', { name: 'Accept tokens of this tenant' })).toBeVisible()
        if (!cannot || call.length > 0)
          await expect(page.getByText(/^(Executed by our tests|Not executed here)/).first()).toBeVisible()
        if (call.length > 0) await expect(code(page, client.client_id), language).toBeVisible()
        expect(await page.evaluate(() => document.documentElement.scrollWidth), language).toBe(390)
      }
    }
  })
}

test('no secret is in the page until it is revealed', async ({ page, tenant }) => {
  const api = await tenant.resourceServer({ signing_alg: 'HS256' })
  const client = await tenant.client()
  await tenant.grant(client.client_id, api.identifier, ['read:orders'])
  const { signing_secret: signingSecret } = await tenant.api.resourceServers.get(api.id)

  await page.goto(routes.apiQuickstart(api.id, { client: client.client_id }))
  const html = await page.content()
  expect(signingSecret).toBeTruthy()
  expect(html).not.toContain(signingSecret)
  expect(html).not.toContain(client.client_secret)

  await page.getByRole('button', { name: 'Reveal client secret' }).click()
  await expect(page.getByText(`AUTH0_CLIENT_SECRET='${client.client_secret}'`)).toBeVisible()
  await page.getByRole('button', { name: 'Reveal signing secret' }).click()
  await expect(page.getByText(`AUTH0_SIGNING_SECRET='${signingSecret}'`)).toBeVisible()
  await page.getByRole('button', { name: 'Hide signing secret' }).click()
  await expect(page.getByText(String(signingSecret))).toHaveCount(0)

  await copy(page, '.env with the client secret')
  expect(await clipboard(page)).toBe(`AUTH0_CLIENT_SECRET='${client.client_secret}'\n`)
})

test('the choice is in the address and is remembered for the next API', async ({ page, tenant }) => {
  const [one, other] = [await tenant.resourceServer(), await tenant.resourceServer()]
  await page.goto(routes.apiQuickstart(one.id))
  const chosen = (list: string, name: string) =>
    expect(
      page.getByRole('navigation', { name: list }).getByRole('link', { name, exact: true }),
    ).toHaveAttribute('aria-current', /page|true/)
  await chosen('Language', 'Node.js')
  await chosen('Framework', 'Express')

  await page.getByRole('link', { name: 'Fastify' }).click()
  await expect(page).toHaveURL(/language=node&framework=fastify/)
  await page.getByRole('link', { name: 'openid-client' }).click()
  await expect(page).toHaveURL(/framework=fastify&caller=openid-client/)
  await chosen('Framework', 'Fastify')
  await chosen('Library', 'openid-client')
  await expect(code(page, 'import Fastify')).toBeVisible()

  await page.goto(routes.apiQuickstart(other.id))
  await chosen('Framework', 'Fastify')
  await chosen('Library', 'openid-client')
})

test('the languages are links that arrow keys move among', async ({ page, tenant }) => {
  const api = await tenant.resourceServer()
  await page.goto(routes.apiQuickstart(api.id, { language: 'node' }))
  const list = page.getByRole('navigation', { name: 'Language' })
  const named = (name: string) => list.getByRole('link', { name, exact: true })
  await expect(async () => {
    await named('Node.js').focus()
    await page.keyboard.press('ArrowDown')
    await expect(named('Python')).toBeFocused({ timeout: 1000 })
  }).toPass()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(named(languages.at(-1)?.name ?? '')).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/language=python/)
  await expect(named('Python')).toHaveAttribute('aria-current', 'page')
})

test('the client picker fills in the client ID and says what it may not do', async ({ page, tenant }) => {
  const api = await tenant.resourceServer()
  const [reader, writer] = [
    await tenant.client({ name: 'a reader' }),
    await tenant.client({ name: 'b writer' }),
  ]
  await tenant.grant(reader.client_id, api.identifier, ['read:orders'])
  await tenant.grant(writer.client_id, api.identifier, ['create:orders'])

  await page.goto(routes.apiQuickstart(api.id, { language: 'node' }))
  await expect(code(page, 'YOUR_CLIENT_ID')).toBeVisible()
  await page.getByRole('heading', { name: 'Get a token as a client' }).scrollIntoViewIfNeeded()
  await expect(page.getByText('1 of 2 scopes on this API. 2 clients are authorized.')).toBeVisible()
  await expect(code(page, reader.client_id)).toBeVisible()

  await page.getByLabel('Client', { exact: true }).selectOption('b writer')
  await expect(page).toHaveURL(new RegExp(`client=${writer.client_id}`))
  await expect(page.getByText('b writer is not granted read:orders.')).toBeVisible()
  await expect(code(page, writer.client_id)).toBeVisible()
  await expect(code(page, reader.client_id)).toHaveCount(0)

  await page.getByRole('link', { name: 'Python', exact: true }).click()
  await expect(code(page, 'import threading')).toContainText(writer.client_id)
})

test('a client that is not authorized is said to be none', async ({ page, tenant }) => {
  const api = await tenant.resourceServer()
  const [client, other] = [await tenant.client(), await tenant.client()]
  await tenant.grant(other.client_id, api.identifier, ['read:orders'])
  await page.goto(routes.apiQuickstart(api.id, { client: client.client_id }))
  await page.getByLabel('Client', { exact: true }).scrollIntoViewIfNeeded()
  await expect(page.getByText(`The client ${client.client_id} is not authorized for this API.`)).toBeVisible()
})

test('Copy copies the code and nothing else; a file is a tab away', async ({ page, tenant }) => {
  const api = await tenant.resourceServer({ identifier: `urn:a'b"c\\$d:${crypto.randomUUID()}` })
  await page.goto(routes.apiQuickstart(api.id, { language: 'node', framework: 'express' }))
  await copy(page, 'server.mjs')
  expect(await clipboard(page)).toMatch(/^import express from 'express'\n/)
  expect(await clipboard(page)).toContain(`audience: 'urn:a\\'b"c\\\\$d:`)

  await page.getByRole('link', { name: 'client.mjs' }).click()
  await copy(page, 'client.mjs')
  expect(await clipboard(page)).toMatch(/^import \{ accessToken \} from/)
})

test('all files are copied at once or downloaded as a zip, without secrets', async ({ page, tenant }) => {
  const api = await tenant.resourceServer({ signing_alg: 'HS256' })
  const client = await tenant.client()
  await tenant.grant(client.client_id, api.identifier, ['read:orders'])
  await page.goto(
    routes.apiQuickstart(api.id, { language: 'node', framework: 'hono', client: client.client_id }),
  )

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download zip' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('quickstart-node.zip')
  const files = await unzipped(download)
  expect(Object.keys(files).sort()).toEqual([
    'README.md',
    'api/.env',
    'api/server.mjs',
    'api/verify.mjs',
    'client/.env',
    'client/access-token.mjs',
    'client/client.mjs',
  ])
  expect(files['api/.env']).toBe(`AUTH0_SIGNING_SECRET=''\n`)
  expect(files['client/access-token.mjs']).toContain(client.client_id)

  await copy(page, 'all files')
  const all = await clipboard(page)
  for (const [path, text] of Object.entries(files))
    expect(all).toContain(`cat > ${path} <<'END_OF_FILE'\n${text}`)
})

test('an API that nobody may call says so and leads to authorizing', async ({ page, tenant }) => {
  const api = await tenant.resourceServer({ scopes: [] })
  await page.goto(routes.apiQuickstart(api.id))
  await page.getByLabel('Client', { exact: true }).scrollIntoViewIfNeeded()
  await expect(page.getByText('No client is authorized for this API.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Authorize a client' }).click()
  await expect(page).toHaveURL(routes.apiClients(api.id))
})

test('reads without JavaScript', async ({ browser, context, tenant }) => {
  const api = await tenant.resourceServer()
  const scriptless = await browser.newContext({ javaScriptEnabled: false, baseURL: environment.url })
  await scriptless.addCookies(await context.cookies())
  const page = await scriptless.newPage()

  await page.goto(routes.apiQuickstart(api.id))
  await page.getByRole('link', { name: 'Python', exact: true }).click()
  await expect(page.getByText('from fastapi import')).toBeVisible()
  await page.getByLabel('Client ID').fill('any-client')
  await page.getByRole('button', { name: 'Fill in' }).click()
  await expect(page).toHaveURL(/language=python&.*client=any-client/)
  await expect(code(page, 'any-client')).toBeVisible()
  await scriptless.close()
})

test('a reader finds their way by keyboard and screen reader, on a phone too', async ({ page, tenant }) => {
  const api = await tenant.resourceServer({ signing_alg: 'HS256' })
  const client = await tenant.client()
  await tenant.grant(client.client_id, api.identifier, ['create:orders'])

  await page.goto(routes.apiQuickstart(api.id, { language: 'java' }))
  await page.getByLabel('Client', { exact: true }).scrollIntoViewIfNeeded()
  await expect(page.getByText('1 of 2 scopes on this API.')).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectAccessible(page)
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})

test('no highlighter reaches the browser', async ({ page, tenant }) => {
  const api = await tenant.resourceServer()
  const scripts: string[] = []
  page.on('response', async (response) => {
    if (response.request().resourceType() === 'script') scripts.push(await response.text().catch(() => ''))
  })
  await page.goto(routes.apiQuickstart(api.id, { language: 'node' }), { waitUntil: 'networkidle' })
  expect(scripts.length).toBeGreaterThan(0)
  expect(scripts.filter((text) => /shiki|textmate|oniguruma|express-oauth2/i.test(text))).toEqual([])
})

/** The first block of code that holds the text. */
const code = (page: Page, text: string) => page.locator('pre').filter({ hasText: text }).first()

/** Until the button says so: a click before the page's scripts are there copies nothing. */
async function copy(page: Page, what: string) {
  const button = page.getByRole('button', { name: `Copy ${what}` })
  await expect(async () => {
    await button.click()
    await expect(button).toHaveText('Copied', { timeout: 1000 })
  }).toPass()
}

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

async function unzipped(download: Download) {
  const chunks = await (await download.createReadStream()).toArray()
  const files = unzipSync(new Uint8Array(Buffer.concat(chunks)))
  return Object.fromEntries(
    Object.entries(files).map(([path, bytes]) => [path, Buffer.from(bytes).toString()]),
  )
}
