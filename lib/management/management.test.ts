import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { tenantForTests } from '../../bin/tenant-for-tests.ts'
import { management } from './management'

let tenant: Awaited<ReturnType<typeof tenantForTests>>
beforeAll(async () => {
  tenant = await tenantForTests()
  Object.assign(process.env, tenant.environment)
  await read() // the token is fetched once and not what is tested here
})
afterEach(() => tenant.proxy.breakLine())
afterAll(() => tenant.stop())

const read = () => management((api) => api.clients.list({ per_page: 1 }))
const write = () => management((api) => api.clients.create({ name: 'New' }))
const path = '/api/v2/clients'
const answer = (status: number, body: object | string, headers?: Record<string, string>) => ({
  kind: 'answer' as const,
  path,
  status,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  headers,
})

describe('what the tenant does, in words for the person who asked', () => {
  test.each([
    [
      'refuses the token',
      answer(401, { message: 'Invalid token' }),
      'unavailable',
      /does not accept .* token, not even a new one .* Check AUTH0_DOMAIN/,
    ],
    [
      'misses a scope',
      answer(403, { message: 'Insufficient scope, expected any of: read:clients' }),
      'forbidden',
      /lacks read:clients for the Management API\. Grant it in the tenant: APIs,/,
    ],
    [
      'knows no such thing',
      answer(404, { message: 'The client does not exist' }),
      'not_found',
      /^The client does not exist\./,
    ],
    [
      'limits the rate for long',
      answer(429, {}, { 'retry-after': '60' }),
      'rate_limited',
      /Try again in 60 s\./,
    ],
    ['fails', answer(500, { message: 'Boom' }), 'unavailable', /failed \(500 Boom\)/],
    ['speaks no JSON', answer(200, '<html>'), 'unavailable', /something other than JSON/],
    ['hangs up', { kind: 'drop' as const, path }, 'unavailable', /can’t be reached\. Nothing was changed\./],
  ])('it %s', async (_, fault, code, message) => {
    tenant.proxy.breakLine(fault)

    await expect(read()).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
  })

  test('it is too slow', async () => {
    tenant.proxy.breakLine({ kind: 'delay', path, for: 20_000 })

    await expect(read()).rejects.toMatchObject({
      message: expect.stringMatching(/did not answer within 8 s/),
    })
  })

  test('a write that got no answer may have happened, and the message says so', async () => {
    tenant.proxy.breakLine({ kind: 'drop', path, method: 'POST' })

    await expect(write()).rejects.toMatchObject({ message: expect.stringMatching(/It is not known whether/) })
  })
})

describe('Grantboard’s own token', () => {
  const tokenPath = '/oauth/token'
  const newToken = () => tenant.proxy.breakLine({ ...answer(401, { message: 'Invalid token' }), times: 1 })

  test('is asked for anew when the tenant no longer takes it, also for a write', async () => {
    newToken()
    await expect(read()).resolves.toBeDefined()
    newToken()
    await expect(write()).resolves.toMatchObject({ name: 'New' })
  })

  test('that is refused names the settings to check', async () => {
    const refused = answer(401, { error: 'access_denied', error_description: 'Unauthorized' })
    tenant.proxy.breakLine(
      { ...answer(401, { message: 'Invalid token' }), times: 1 },
      { ...refused, path: tokenPath },
    )

    await expect(read()).rejects.toMatchObject({
      message: expect.stringMatching(/client \(401 Unauthorized\)\. Check MANAGEMENT_CLIENT_ID/),
    })
  })

  test('that is not answered has changed nothing', async () => {
    tenant.proxy.breakLine(
      { ...answer(401, { message: 'Invalid token' }), times: 1 },
      { kind: 'drop', path: tokenPath },
    )

    await expect(write()).rejects.toMatchObject({
      message: expect.stringMatching(/can’t be reached\. Nothing was changed\.$/),
    })
  })
})

describe('what is repeated', () => {
  const attempts = async (work: () => Promise<unknown>) => {
    const before = tenant.proxy.seen().length
    await work().catch(() => undefined)
    return tenant.proxy.seen().length - before
  }

  test('a read whose line broke once', async () => {
    tenant.proxy.breakLine({ kind: 'drop', path, times: 1 })
    await expect(read()).resolves.toBeDefined()
  })

  test('a write that was refused for its rate, since it was not carried out', async () => {
    tenant.proxy.breakLine({ ...answer(429, {}, { 'retry-after': '1' }), method: 'POST', times: 1 })
    expect(await attempts(write)).toBe(2)
  })

  test('never a write that may have happened', async () => {
    tenant.proxy.breakLine({ kind: 'drop', path, method: 'POST' })
    expect(await attempts(write)).toBe(1)
    tenant.proxy.breakLine({ ...answer(500, {}), method: 'POST' })
    expect(await attempts(write)).toBe(1)
  })
})
