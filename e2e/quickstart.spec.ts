import type { Page } from '@playwright/test'
import { routes } from '../lib/routes'
import { expectAccessible } from './axe'
import { environment } from './environment'
import { expect, test } from './fixtures'

const languages = ['express', 'fastapi', 'go', 'spring-boot', 'aspnet-core', 'php', 'curl']
const issuer = `${environment.tenantUrl}/`

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

for (const algorithm of ['RS256', 'HS256'] as const) {
  test(`every language is filled in for ${algorithm}`, async ({ page, tenant }) => {
    test.slow()
    const api = await tenant.resourceServer({ signing_alg: algorithm })
    const client = await tenant.client()
    await tenant.grant(client.client_id, api.identifier, ['read:orders'])

    for (const language of languages) {
      await page.goto(routes.apiQuickstart(api.id, { language }))
      await expect(page.getByText(`Tokens for this API are signed with ${algorithm}.`)).toBeVisible()
      await expect(code(page, api.identifier), language).toBeVisible()
      await expect(code(page, client.client_id), language).toBeVisible()
      await expect(code(page, issuer), language).toBeVisible()
      if (language !== 'curl') await expect(code(page, algorithm), language).toBeVisible()
    }
  })
}

test('no secret is in the page until it is revealed', async ({ page, tenant }) => {
  const api = await tenant.resourceServer({ signing_alg: 'HS256' })
  const client = await tenant.client()
  await tenant.grant(client.client_id, api.identifier, ['read:orders'])
  const { signing_secret: signingSecret } = await tenant.api.resourceServers.get(api.id)

  await page.goto(routes.apiQuickstart(api.id))
  const html = await page.content()
  expect(signingSecret).toBeTruthy()
  expect(html).not.toContain(signingSecret)
  expect(html).not.toContain(client.client_secret)

  await page.getByRole('button', { name: 'Reveal client secret' }).click()
  await expect(page.getByText(client.client_secret)).toBeVisible()
  await page.getByRole('button', { name: 'Reveal signing secret' }).click()
  await expect(page.getByText(String(signingSecret))).toBeVisible()
})

test('the language is in the address and is remembered for the next API', async ({ page, tenant }) => {
  const [one, other] = [await tenant.resourceServer(), await tenant.resourceServer()]
  await page.goto(routes.apiQuickstart(one.id))
  const list = page.getByRole('navigation', { name: 'Language and framework' })
  await expect(list.getByRole('link', { name: 'Express' })).toHaveAttribute('aria-current', 'page')

  await list.getByRole('link', { name: 'FastAPI' }).click()
  await expect(page).toHaveURL(/language=fastapi/)
  await expect(list.getByRole('link', { name: 'FastAPI' })).toHaveAttribute('aria-current', 'page')

  await page.goto(routes.apiQuickstart(other.id))
  await expect(list.getByRole('link', { name: 'FastAPI' })).toHaveAttribute('aria-current', 'page')
})

test('the client picker fills in the client ID and says what it may not do', async ({ page, tenant }) => {
  const api = await tenant.resourceServer()
  const [reader, writer] = [
    await tenant.client({ name: 'a reader' }),
    await tenant.client({ name: 'b writer' }),
  ]
  await tenant.grant(reader.client_id, api.identifier, ['read:orders'])
  await tenant.grant(writer.client_id, api.identifier, ['create:orders'])

  await page.goto(routes.apiQuickstart(api.id, { language: 'express' }))
  await expect(page.getByText('1 of 2 scopes on this API. 2 clients are authorized.')).toBeVisible()
  await expect(code(page, reader.client_id)).toBeVisible()

  await page.getByLabel('Client', { exact: true }).selectOption('b writer')
  await expect(page).toHaveURL(new RegExp(`client=${writer.client_id}`))
  await expect(page.getByText('b writer is not granted read:orders.')).toBeVisible()
  await expect(code(page, writer.client_id)).toBeVisible()
  await expect(page.getByText(reader.client_id)).toHaveCount(0)
})

test('Copy copies the code and nothing else; a file is a tab away', async ({ page, tenant }) => {
  const api = await tenant.resourceServer({ identifier: `urn:a'b"c\\$d:${crypto.randomUUID()}` })
  await page.goto(routes.apiQuickstart(api.id, { language: 'express' }))
  await copy(page, 'server.mjs')
  expect(await clipboard(page)).toMatch(/^import express from 'express'\n/)
  expect(await clipboard(page)).toContain(`audience: 'urn:a\\'b"c\\\\$d:`)

  await page.goto(routes.apiQuickstart(api.id, { language: 'spring-boot' }))
  await page.getByRole('link', { name: 'application.yml' }).click()
  await copy(page, 'application.yml')
  expect(await clipboard(page)).toMatch(/^server\.port: 3001/)
})

test('an API that nobody may call says so and leads to authorizing', async ({ page, tenant }) => {
  const api = await tenant.resourceServer({ scopes: [] })
  await page.goto(routes.apiQuickstart(api.id))
  await expect(page.getByText('No client is authorized for this API.')).toBeVisible()
  await page.getByRole('link', { name: 'Authorize a client' }).click()
  await expect(page).toHaveURL(routes.apiClients(api.id))
})

test('reads without JavaScript', async ({ browser, context, tenant }) => {
  const api = await tenant.resourceServer()
  const client = await tenant.client()
  await tenant.grant(client.client_id, api.identifier, ['read:orders'])
  const scriptless = await browser.newContext({ javaScriptEnabled: false, baseURL: environment.url })
  await scriptless.addCookies(await context.cookies())
  const page = await scriptless.newPage()

  await page.goto(routes.apiQuickstart(api.id))
  await page.getByRole('link', { name: 'FastAPI' }).click()
  await expect(page.getByText('from fastapi import')).toBeVisible()
  await page.getByRole('button', { name: 'Fill in' }).click()
  await expect(page).toHaveURL(new RegExp(`language=fastapi&client=${client.client_id}`))
  await scriptless.close()
})

test('a reader finds their way by keyboard and screen reader, on a phone too', async ({ page, tenant }) => {
  const api = await tenant.resourceServer({ signing_alg: 'HS256' })
  const client = await tenant.client()
  await tenant.grant(client.client_id, api.identifier, ['create:orders'])

  await page.goto(routes.apiQuickstart(api.id, { language: 'spring-boot' }))
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectAccessible(page)
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})

/** The first block of code that holds the text. */
const code = (page: Page, text: string) => page.locator('pre').filter({ hasText: text }).first()

/** Until the button says so: a click before the page's scripts are there copies nothing. */
async function copy(page: Page, file: string) {
  const button = page.getByRole('button', { name: `Copy ${file}` })
  await expect(async () => {
    await button.click()
    await expect(button).toHaveText('Copied', { timeout: 1000 })
  }).toPass()
}

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())
