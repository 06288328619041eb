import type { Page } from '@playwright/test'
import { routes } from '../lib/routes'
import { expectAccessible } from './axe'
import { environment } from './environment'
import { expect, test } from './fixtures'
import type { TenantFixture } from './tenant'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

/** An API, a client that may read orders, and one that may do nothing. */
async function parties(tenant: TenantFixture, signing_alg: 'RS256' | 'HS256' = 'RS256') {
  const api = await tenant.resourceServer({ signing_alg })
  const [worker, stranger] = [await tenant.client(), await tenant.client()]
  await tenant.grant(worker.client_id, api.identifier, ['read:orders'])
  return { api, worker, stranger }
}
type Parties = Awaited<ReturnType<typeof parties>>

const issuer = `${environment.tenantUrl}/`
const field = (page: Page) => page.getByLabel('What you got, sent, or hold')

const refusal = (description: string) =>
  JSON.stringify({ error: 'access_denied', error_description: description })

const request = (audience: string, clientId: string, more = '') =>
  `curl ${issuer}oauth/token -d grant_type=client_credentials -d client_id=${clientId} -d audience=${audience}${more}`

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

const jwt = ({ api, worker }: Parties, claims: object = {}) => {
  const now = Math.floor(Date.now() / 1000)
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part({
    iss: issuer,
    aud: api.identifier,
    sub: `${worker.client_id}@clients`,
    iat: now - 60,
    exp: now + 3600,
    scope: 'read:orders',
    ...claims,
  })}.c2lnbmF0dXJl`
}

async function expectCopied(page: Page, button: string, text: string) {
  await page.getByRole('button', { name: button }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(text)
}

/** The tab asks for what was in the text, and the keyboard is where it can be asked. */
async function expectAsked(page: Page, button: string) {
  await page.getByRole('button', { name: button }).click()
  await expect(page.getByRole('region', { name: 'Ask for' })).toBeFocused()
  await expect(page.getByRole('heading', { name: 'Expected: a token for 24 h' })).toBeVisible()
}

type Cause = {
  paste: (of: Parties) => string
  says: (of: Parties) => string
  mend: (page: Page, of: Parties, tenant: TenantFixture) => Promise<void>
}

const causes: Record<string, Cause> = {
  'a missing grant': {
    paste: ({ api, stranger }) =>
      refusal(
        `Client "${stranger.client_id}" is not authorized to access resource server "${api.identifier}".`,
      ),
    says: ({ api, stranger }) => `${stranger.name} is not authorized for ${api.name}`,
    mend: async (page, { api, stranger }, tenant) => {
      await page.getByRole('button', { name: `Authorize ${stranger.name}` }).click()
      await expect(page.getByText('It is by now: ask again')).toBeVisible()
      const { data } = await tenant.api.clientGrants.list({ audience: api.identifier })
      expect(data.map(({ client_id }) => client_id)).toContain(stranger.client_id)
    },
  },
  'a scope that is not granted': {
    paste: () => refusal('Client has not been granted scopes: create:orders'),
    says: ({ worker }) => `${worker.name} is not granted create:orders`,
    mend: async (page, { worker }, tenant) => {
      await page.getByRole('button', { name: 'Grant create:orders' }).click()
      await expect(page.getByText('It is granted by now: ask again')).toBeVisible()
      const { data } = await tenant.api.clientGrants.list({ client_id: worker.client_id })
      expect(data.map(({ scope }) => scope)).toEqual([['read:orders', 'create:orders']])
    },
  },
  'scopes in place of scope': {
    paste: ({ api, worker }) => request(api.identifier, worker.client_id, ' -d scopes=read:orders'),
    says: () => 'It says scopes; the parameter is scope.',
    mend: async (page) => {
      await expectAsked(page, 'Ask here for read:orders')
      await expect(page.getByRole('checkbox', { name: 'read:orders Granted' })).toBeChecked()
    },
  },
  'an audience without its slash': {
    paste: ({ api, worker }) => request(api.identifier.replace(/\/$/, ''), worker.client_id),
    says: ({ api }) => `${api.identifier} ends with a slash, and this one does not`,
    mend: (page, { api }) => expectCopied(page, 'Copy the audience', api.identifier),
  },
  'a request to another tenant': {
    paste: ({ api, worker }) =>
      request(api.identifier, worker.client_id).replace(issuer, 'https://other.auth0.com/'),
    says: () => 'It goes to https://other.auth0.com, which is not this tenant',
    mend: (page) => expectCopied(page, 'Copy the address', `${issuer}oauth/token`),
  },
  'a token of another tenant': {
    paste: (of) => jwt(of, { iss: 'https://other.auth0.com/' }),
    says: () => 'Issued by https://other.auth0.com/, which is not this tenant',
    mend: (page) => expectAsked(page, 'Ask for another here'),
  },
  'an expired token': {
    paste: (of) => jwt(of, { exp: Math.floor(Date.now() / 1000) - 600 }),
    says: () => '10 min ago. A client asks for a new one shortly before that',
    mend: (page) => expectAsked(page, 'Ask for another here'),
  },
  'a client of the wrong type': {
    paste: () =>
      `{"error":"unauthorized_client","error_description":"Grant type 'client_credentials' not allowed for the client."}`,
    says: ({ worker }) => `${worker.name} may not use the grant type client_credentials`,
    mend: async (page, { worker }) => {
      await page.getByRole('link', { name: 'Change its grant types' }).click()
      await expect(page).toHaveURL(routes.client(worker.client_id))
    },
  },
}

for (const [name, { paste, says, mend }] of Object.entries(causes)) {
  test(`${name} is named, and mended by the button beside it`, async ({ page, tenant }) => {
    const of = await parties(tenant)
    await page.goto(routes.apiTest(of.api.id))
    await field(page).fill(paste(of))

    await expect(page.getByText(says(of))).toBeVisible()
    await mend(page, of, tenant)
  })
}

test('an HS256 token checked with the JWKS is named, and the right check is a link away', async ({
  page,
  tenant,
}) => {
  const { api } = await parties(tenant, 'HS256')
  await page.goto(routes.apiTest(api.id))
  await field(page).fill('JWKSNoMatchingKey: no applicable key found in the JSON Web Key Set')

  await expect(page.getByText('tokens of this API are signed with its own secret (HS256)')).toBeVisible()
  await page.getByRole('link', { name: 'See how it verifies' }).click()
  await expect(page.getByText('Tokens for this API are signed with HS256.')).toBeVisible()
})

test('it works when the line is gone', async ({ page, context, tenant }) => {
  const { api, worker } = await parties(tenant)
  const fetched = page.waitForResponse(async (response) =>
    response.request().resourceType() === 'script' ? /insufficient_scope/.test(await response.text()) : false,
  )
  await page.goto(routes.apiTest(api.id))
  await fetched
  await context.setOffline(true)
  await field(page).fill(request(api.identifier, worker.client_id, ' -d scopes=read:orders'))

  await expect(page.getByText('It says scopes; the parameter is scope.')).toBeVisible()
  await field(page).fill(jwt({ api, worker, stranger: worker }))
  await expect(page.getByText('Issued by this tenant', { exact: true })).toBeVisible()
  await context.setOffline(false)
})

test('what is explained is accessible, in the dark and on a phone too', async ({ page, tenant }) => {
  test.slow()
  const of = await parties(tenant)
  await page.goto(routes.apiTest(of.api.id))
  const { 'scopes in place of scope': wrongRequest, 'an expired token': expired } = causes
  await field(page).fill([wrongRequest?.paste(of), expired?.paste(of)].join('\n\n'))
  await expect(page.getByRole('heading', { name: 'The request', exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'The token', exact: true })).toBeVisible()
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 320, height: 700 })
  await expectAccessible(page)
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
})

/** The page's own scripts and icon may still be on their way. */
const asset = /^GET \S+\/(_next\/static\/\S+|icon\.svg\S*)$/

const nothing = 'There is nothing in it that this tab knows'

const hostile: Record<string, [text: string, says: string]> = {
  'a megabyte of noise': ['noise '.repeat(175_000), nothing],
  'JSON of 100,000 levels': ['{"a":['.repeat(100_000), nothing],
  'what looks like a thousand tokens': [`eyJ${'x'.repeat(40)}.y.z `.repeat(1000), 'It looks like a JWT'],
  'binary data': [
    Array.from({ length: 60_000 }, (_, index) => String.fromCharCode((index * 7919) % 0xd800)).join(''),
    nothing,
  ],
  'markup that would run': [
    '<img src=x onerror="document.title=`run`"> error=x<script>1</script>',
    'It says',
  ],
  'a token of Google': [
    `${part({ alg: 'RS256', kid: '1' })}.${part({ iss: 'https://accounts.google.com', aud: ['<b>me</b>'], sub: { a: [1] } })}.x`,
    'Issued by https://accounts.google.com, which is not this tenant',
  ],
}

for (const [name, [text, says]] of Object.entries(hostile)) {
  test(`${name} is taken in its stride and leaves the machine nowhere`, async ({ page, tenant }) => {
    const { api } = await parties(tenant)
    const [sent, errors]: [string[], Error[]] = [[], []]
    await page.goto(routes.apiTest(api.id), { waitUntil: 'networkidle' })
    page.on('request', (request) => sent.push(`${request.method()} ${request.url()}`))
    page.on('pageerror', (error) => errors.push(error))
    await field(page).fill(text)

    await expect(page.getByText(says).first()).toBeVisible()
    await page.getByRole('button', { name: 'Clear' }).click()
    await expect(field(page)).toHaveValue('')
    await expect(page.getByText(says)).toHaveCount(0)
    expect({ sent: sent.filter((line) => !asset.test(line)), errors }).toEqual({ sent: [], errors: [] })
    await expect(page).toHaveTitle(/^Test API/)
  })
}
