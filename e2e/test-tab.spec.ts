import { decodeJwt } from 'jose'
import { routes } from '../lib/routes'
import { expectAccessible } from './axe'
import { environment } from './environment'
import { expect, test } from './fixtures'
import { untilMirrored } from './mirror'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test('what a client would get is said before anything is asked, and then it gets it', async ({
  page,
  tenant,
}) => {
  const [api, client] = [await tenant.resourceServer(), await tenant.client()]
  await tenant.grant(client.client_id, api.identifier, ['read:orders'])
  await page.goto(routes.apiTest(api.id))

  await expect(page.getByRole('heading', { name: 'Expected: a token for 24 h' })).toBeVisible()
  await expect(page.getByText('Without scope the token carries the one scope of its grant')).toBeVisible()
  await expect(page.getByText('"scope": "read:orders"')).toBeVisible()
  await page.getByRole('button', { name: 'Ask for a token' }).click()

  await expect(page.getByText('As expected', { exact: true })).toBeVisible()
  await expect(page.getByText('8 of 8 checks passed')).toBeVisible()
  await expect(page.getByText('Signature verified with the tenant’s public key')).toBeVisible()
  await expect(
    page.getByText(/Issued \d\d:\d\d, expires (tomorrow )?\d\d:\d\d, in (24 h|23 h 59 min)/),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Copy token' }).click()
  const token = await page.evaluate(() => navigator.clipboard.readText())
  expect(decodeJwt(token)).toMatchObject({ aud: api.identifier, sub: `${client.client_id}@clients` })
})

test('the secret never reaches the browser, and the token only as the answer', async ({ page, tenant }) => {
  const [api, client] = [await tenant.resourceServer({ signing_alg: 'HS256' }), await tenant.client()]
  const { signing_secret: signingSecret } = await tenant.api.resourceServers.get(api.id)
  await tenant.grant(client.client_id, api.identifier, ['read:orders'])
  const received: Promise<string>[] = []
  const origins = new Set<string>()
  page.on('request', (request) => origins.add(new URL(request.url()).origin))
  page.on('response', (response) => received.push(response.text().catch(() => '')))
  await page.goto(routes.apiTest(api.id))
  await page.getByRole('button', { name: 'Ask for a token' }).click()
  await expect(page.getByText('Signature verified: signed with the API’s signing secret')).toBeVisible()

  const everything = (await Promise.all(received)).join()
  expect(everything).not.toContain(client.client_secret)
  expect(everything).not.toContain(signingSecret)
  expect([...origins]).toEqual([environment.url])
  await expect(page.getByText(/"eyJ[^"]*…/)).toBeVisible()
  await page.getByRole('button', { name: 'Show token' }).click()
  await expect(page.getByText(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/)).toBeVisible()
  await page.goto(routes.activity())
  const entry = page
    .locator('details')
    .filter({ hasText: `Requested a token as ${client.name} for ${api.name}` })
  await expect(entry).toContainText('Token issued')
  await entry.locator('summary').click()
  await expect(entry).toContainText('Neither the secret nor the token is part of this record.')
})

test('a client that is not authorized is told why not, and authorized by the button beside it', async ({
  page,
  tenant,
}) => {
  const [api, client] = [await tenant.resourceServer(), await tenant.client()]
  await page.goto(routes.apiTest(api.id, { client: client.client_id, scopes: ['read:orders'] }))
  await expect(page.getByRole('heading', { name: 'Expected: no token, 403 access_denied' })).toBeVisible()
  await expect(page.getByText(`Client is not authorized to access \\"${api.identifier}\\".`)).toBeVisible()
  await page.getByRole('button', { name: 'Ask for a token' }).click()
  await expect(page.getByText('HTTP/1.1 403 Forbidden')).toBeVisible()
  await expect(page.getByText('As expected', { exact: true })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: `Authorize ${client.name}` }).click()
  await expect(page.getByRole('heading', { name: 'Expected: a token for 24 h' })).toBeVisible()
  await page.getByRole('button', { name: 'Ask again' }).click()
  await expect(page.getByText('HTTP/1.1 200 OK')).toBeVisible()
  const { data } = await tenant.api.clientGrants.list({ audience: api.identifier })
  expect(data.map(({ scope }) => scope)).toEqual([['read:orders']])
})

test('a scope that is not granted is added by the button beside it', async ({ page, tenant }) => {
  const [api, client] = [await tenant.resourceServer(), await tenant.client()]
  await tenant.grant(client.client_id, api.identifier, ['read:orders'])
  await page.goto(routes.apiTest(api.id))
  await page.getByRole('checkbox', { name: 'create:orders Not granted' }).check()
  await expect(page).toHaveURL(/scope=create%3Aorders/)
  await expect(page.getByText('Client has not been granted scopes: create:orders')).toBeVisible()

  await page.getByRole('button', { name: 'Grant create:orders' }).click()
  await expect(page.getByText('The scope is in its grant')).toBeVisible()
})

test('an answer other than the predicted one is pointed out', async ({ page, tenant }) => {
  const [api, client] = [await tenant.resourceServer(), await tenant.client()]
  const { id } = await tenant.grant(client.client_id, api.identifier, ['read:orders'])
  await page.goto(routes.apiTest(api.id))
  await expect(page.getByRole('heading', { name: 'Expected: a token for 24 h' })).toBeVisible()
  await tenant.api.clientGrants.delete(id)
  await page.getByRole('button', { name: 'Ask for a token' }).click()

  await expect(page.getByText('The tenant answered otherwise than predicted.')).toBeVisible()
  await expect(page.getByText('A token was expected, and the answer is 403 access_denied.')).toBeVisible()
  await expect(page.getByText('Not as expected', { exact: true })).toBeVisible()
  await expectAccessible(page)
})

test('a quota is told before it is used up, and shown when it is', async ({ page, tenant }) => {
  const api = await tenant.resourceServer()
  const client = await tenant.client({
    token_quota: { client_credentials: { enforce: true, per_hour: 1 } },
  })
  await tenant.grant(client.client_id, api.identifier, ['read:orders'])
  await page.goto(routes.apiTest(api.id))
  await expect(page.getByText('Its quota is 1 an hour; beyond it the answer is 429')).toBeVisible()
  await page.getByRole('button', { name: 'Ask for a token' }).click()
  await expect(page.getByText('As expected', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Ask again' }).click()

  await expect(page.getByText('HTTP/1.1 429 Too Many Requests')).toBeVisible()
  await expect(page.getByText(/^retry-after: \d+$/)).toBeVisible()
  await expect(page.getByText('The tenant limits how often this may be asked')).toBeVisible()
})

test('a token in the RFC 9068 dialect is predicted and checked as one', async ({ page, tenant }) => {
  const api = await tenant.resourceServer({ token_dialect: 'rfc9068_profile', token_lifetime: 600 })
  const client = await tenant.client()
  await tenant.grant(client.client_id, api.identifier, ['read:orders'])
  await page.goto(routes.apiTest(api.id))
  await page.getByRole('button', { name: 'Ask for a token' }).click()

  await expect(page.getByText('As expected', { exact: true })).toBeVisible()
  const claims = page.getByRole('region', { name: 'What the token says' })
  await expect(claims.getByRole('listitem').filter({ hasText: 'client_id' })).toContainText(
    `Passed: Issued to ${client.name}`,
  )
  await expect(claims.getByRole('listitem').filter({ hasText: /^"?jti/ })).toContainText(
    'Names this one token',
  )
  await expect(claims.getByText(/expires \d\d:\d\d, in (10|9) min/)).toBeVisible()
})

test('the address brings a colleague to the same question', async ({ page, tenant }) => {
  const api = await tenant.resourceServer()
  const [one, other] = [await tenant.client({ name: 'a one' }), await tenant.client({ name: 'b other' })]
  for (const { client_id } of [one, other]) await tenant.grant(client_id, api.identifier, ['read:orders'])
  await page.goto(routes.apiTest(api.id))
  await page.getByLabel('Client', { exact: true }).selectOption('b other')
  await page.getByRole('checkbox', { name: 'read:orders Granted' }).check()
  await page.getByLabel('Scope the call needs').fill('create:orders')
  await expect(page).toHaveURL(/need=create%3Aorders/)

  await page.goto(page.url())
  await expect(page.getByText(other.client_id).first()).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'read:orders Granted' })).toBeChecked()
  await expect(
    page.getByText('Without create:orders, so the API has to answer the call with 403'),
  ).toBeVisible()
})

test('where nobody is authorized a test client is made and authorized in one change', async ({
  page,
  tenant,
}) => {
  const api = await tenant.resourceServer()
  await page.goto(routes.apiTest(api.id))
  await expect(page.getByText('No client is authorized for this API.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Create a test client' }).click()

  await expect(page.getByRole('heading', { name: 'Expected: a token for 24 h' })).toBeVisible()
  await expect(page).toHaveURL(/client=\w+/)
  const clientId = new URL(page.url()).searchParams.get('client') ?? ''
  tenant.removeClientLater(clientId)
  expect((await tenant.api.clients.get(clientId)).name).toBe(`${api.name} (Test Application)`)
  await page.getByRole('button', { name: 'Ask for a token' }).click()
  await expect(page.getByText('As expected', { exact: true })).toBeVisible()
})

test('a client with a key is told where to ask instead', async ({ page, tenant }) => {
  const api = await tenant.resourceServer()
  const client = await tenant.client()
  await tenant.grant(client.client_id, api.identifier, [])
  const { publicKey } = await crypto.subtle.generateKey(
    {
      name: 'RSASSA-PKCS1-v1_5',
      modulusLength: 2048,
      publicExponent: new Uint8Array([1, 0, 1]),
      hash: 'SHA-256',
    },
    true,
    ['sign', 'verify'],
  )
  const der = Buffer.from(await crypto.subtle.exportKey('spki', publicKey)).toString('base64')
  const pem = `-----BEGIN PUBLIC KEY-----\n${der.match(/.{1,64}/g)?.join('\n')}\n-----END PUBLIC KEY-----`
  const { id = '' } = await tenant.api.clients.credentials.create(client.client_id, {
    credential_type: 'public_key',
    name: 'key',
    pem,
  })
  await tenant.api.clients.update(client.client_id, {
    client_authentication_methods: { private_key_jwt: { credentials: [{ id }] } },
    token_endpoint_auth_method: null,
  })
  await page.goto(routes.apiTest(api.id))

  await expect(page.getByText('It proves itself with a key')).toBeVisible()
  await expect(page.getByText('proves itself with a private key, which only it has')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Ask for a token' })).toHaveCount(0)
  await expectAccessible(page)
})

test('the API is called with the token, and its refusal is explained', async ({ page, tenant }) => {
  const [api, client] = [await tenant.resourceServer(), await tenant.client()]
  await tenant.grant(client.client_id, api.identifier, ['read:orders'])
  await page.goto(routes.apiTest(api.id, { call: `${environment.tenantUrl}/api/v2/clients` }))
  await page.getByRole('button', { name: 'Ask for a token' }).click()
  await page.getByRole('button', { name: 'Call it' }).click()

  await expect(page.getByText('The API answered 401')).toBeVisible()
  await expect(page.getByText('The audience of the token is not what the API’s code expects')).toBeVisible()
  await page.getByLabel('Address').fill('http://169.254.169.254/latest/meta-data')
  await expect(page.getByText('and nothing else')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Call it' })).toHaveAttribute('aria-disabled', 'true')
})

test('the request is taken elsewhere without secret and token', async ({ page, tenant }) => {
  const [api, client] = [await tenant.resourceServer(), await tenant.client()]
  await tenant.grant(client.client_id, api.identifier, ['read:orders'])
  await page.goto(routes.apiTest(api.id))
  await page.getByRole('button', { name: 'Ask for a token' }).click()
  await expect(page.getByRole('button', { name: 'Ask again' })).toBeVisible()

  for (const name of ['cURL', 'HTTPie', '.http', 'Postman', 'k6']) {
    await page.getByRole('button', { name, exact: true }).click()
    await page.getByRole('button', { name: `Copy as ${name}` }).click()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain(client.client_id)
    expect(copied).not.toMatch(/\beyJ/)
    expect(copied).not.toContain(client.client_secret)
  }
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  expect((await download).suggestedFilename()).toBe('call.k6.js')
})

test('what is pasted is explained here and sent nowhere', async ({ page, tenant }) => {
  const [api, client] = [await tenant.resourceServer(), await tenant.client()]
  await page.goto(routes.apiTest(api.id), { waitUntil: 'networkidle' })
  const sent: string[] = []
  page.on('request', (request) =>
    sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`),
  )
  const field = page.getByLabel('What you got, sent, or hold')
  await field.fill(
    `curl ${environment.tenantUrl}/oauth/token -d grant_type=client_credentials -d client_id=${client.client_id} -d client_secret=${client.client_secret} -d audience=${api.identifier} -d scopes=read:orders`,
  )

  await expect(page.getByText('It says scopes; the parameter is scope.')).toBeVisible()
  await expect(page.getByText(`${client.name} is not authorized for ${api.name}`)).toBeVisible()
  await field.fill('noise '.repeat(180_000))
  await expect(page.getByText('There is nothing in it that this tab knows')).toBeVisible()
  for (const request of sent) {
    expect(request).toMatch(/^GET \S+\/_next\/static\//)
    expect(request).not.toContain(client.client_secret)
  }

  await field.fill(
    `Client "${client.client_id}" is not authorized to access resource server "${api.identifier}".`,
  )
  await page.getByRole('button', { name: `Authorize ${client.name}` }).click()
  await expect(page.getByText('It is by now: ask again')).toBeVisible()
  await page.getByRole('button', { name: 'Ask again here' }).click()
  await expect(page.getByRole('heading', { name: 'Expected: a token for 24 h' })).toBeVisible()
})

test('a client that is gone is said to be', async ({ page, tenant }) => {
  const api = await tenant.resourceServer()
  await page.goto(routes.apiTest(api.id, { client: 'nobody' }))

  await expect(page.getByText('The tenant has no such client.')).toBeVisible()
})

test('reads without JavaScript', async ({ browser, context, tenant }) => {
  const [api, client] = [await tenant.resourceServer(), await tenant.client()]
  await tenant.grant(client.client_id, api.identifier, ['read:orders'])
  const scriptless = await browser.newContext({ javaScriptEnabled: false, baseURL: environment.url })
  await scriptless.addCookies(await context.cookies())
  const page = await scriptless.newPage()

  await untilMirrored()
  await page.goto(routes.apiTest(api.id))
  await expect(page.getByText('Expected: a token for 24 h')).toBeVisible()
  await page.getByRole('checkbox', { name: 'create:orders Not granted' }).check()
  await page.getByRole('button', { name: 'Predict' }).click()
  await expect(page.getByText('Expected: no token, 403 access_denied')).toBeVisible()
  await scriptless.close()
})

test('it works by keyboard and screen reader, on a phone too', async ({ page, tenant }) => {
  test.slow()
  const [api, client] = [await tenant.resourceServer(), await tenant.client()]
  await tenant.grant(client.client_id, api.identifier, ['read:orders'])
  await page.goto(routes.apiTest(api.id, { need: 'create:orders' }))
  await page.getByRole('button', { name: 'Ask for a token' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Ask again' })).toBeFocused()
  await page.getByLabel('What you got, sent, or hold').fill('error=invalid_client')

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
  await page.setViewportSize({ width: 320, height: 700 })
  await expectAccessible(page)
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
})
