import { generateSessionCookie } from '@auth0/nextjs-auth0/testing'
import { type Browser, chromium } from '@playwright/test'
import type { BenchContext } from './context.ts'
import { seed } from './seed.ts'

const limit = 200

/** Gzipped JavaScript, in kB, that a browser with an empty cache loads for each page. The bar is 200. */
export async function measureFirstLoad(context: BenchContext) {
  const { apiId, clientId } = await seed(context)
  const pages = [
    '/',
    '/clients',
    '/clients/new',
    `/clients/${clientId}`,
    `/clients/${clientId}/credentials`,
    `/clients/${clientId}/apis`,
    '/apis',
    '/apis/new',
    `/apis/${apiId}/quickstart`,
    `/apis/${apiId}/settings`,
    `/apis/${apiId}/scopes`,
    `/apis/${apiId}/non-interactive-clients`,
    `/apis/${apiId}/test`,
    '/activity',
    '/account',
    '/account/advanced',
  ]
  const browser = await chromium.launch({
    executablePath: context.chromium,
    args: ['--no-sandbox', '--disable-quic'],
  })
  const rows = []
  for (const path of pages) {
    const javascript = await javascriptOf(browser, context, path)
    const page = path.replace(apiId, '[api]').replace(clientId, '[client]')
    rows.push({ page, 'kB gzipped': javascript, 'of 200 kB': (javascript / limit).toFixed(2) })
  }
  await browser.close()
  return rows
}

async function javascriptOf(browser: Browser, context: BenchContext, path: string) {
  const email = context.credentials.TENANT_ADMIN_EMAIL
  const browserContext = await browser.newContext()
  const user = { sub: `auth0|${email}`, email, email_verified: true, name: email }
  const value = await generateSessionCookie({ user }, { secret: context.sessionSecret })
  await browserContext.addCookies([{ name: '__session', value, url: context.url }])

  const page = await browserContext.newPage()
  const sizes: Promise<number>[] = []
  page.on('requestfinished', (request) => {
    // Prefetched pages' scripts come after this page works; what is counted is what its HTML asks for.
    if (request.resourceType() === 'script') sizes.push(request.sizes().then((size) => size.responseBodySize))
  })
  const response = await page.goto(context.url + path, { waitUntil: 'load' })
  if (!response?.ok()) throw new Error(`${path} answered ${response?.status()}`)
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  await browserContext.close()
  return Math.round(bytes / 1000)
}
