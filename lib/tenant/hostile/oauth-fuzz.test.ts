import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabases } from '../../database/test-databases.ts'
import { startTestTenant, type TestTenant } from '../test-tenant.ts'
import { cases, inTime, seed } from './fuzz-settings.ts'
import { expectBasics, expectInvariants } from './invariants.ts'
import { type OAuthRequest, otherRequests, tokenRequests } from './oauth-requests.ts'
import { soundAnswer } from './sound-answer.ts'
import { fillIn, look, type World } from './world.ts'

const settings = (share: number) => ({
  seed,
  numRuns: Math.ceil((cases * share) / testDatabases.length),
  ...inTime,
})

describe.each(testDatabases)(`OAuth on $dialect, FUZZ_SEED=${seed}`, ({ newDatabase }) => {
  let tenant: TestTenant
  let world: World
  beforeAll(async () => {
    tenant = await startTestTenant({ databaseUrl: await newDatabase() })
    world = await look(tenant)
    // The first request for anything but clients' own tokens loads oidc-provider.
    await fetch(new URL('.well-known/openid-configuration', tenant.issuer))
  })
  afterAll(() => tenant.stop())

  function send({ method, path, query, headers, body }: OAuthRequest) {
    const url = new URL(`${path}${fillIn(query, world, encodeURIComponent)}`, tenant.issuer)
    const quote = headers['content-type']?.startsWith('application/x-www')
      ? encodeURIComponent
      : (value: string) => JSON.stringify(value).slice(1, -1)
    return soundAnswer(url, {
      method,
      headers,
      body: body === undefined ? undefined : fillIn(body, world, quote),
    })
  }

  it('/oauth/token answers with a token, or with an error that OAuth knows', async () => {
    const property = fc.asyncProperty(tokenRequests, async (request) => {
      const { status, text } = await send(request)
      const { access_token, error } = JSON.parse(text)
      expect(status === 200 ? typeof access_token : typeof error, text).toBe('string')
    })
    await fc.assert(property, settings(0.1))
  }, 120_000)

  it('every other endpoint answers soundly', async () => {
    const property = fc.asyncProperty(otherRequests, async (request) => {
      await send(request)
    })
    await fc.assert(property, settings(0.05))
  }, 120_000)

  it('is sound afterwards', async () => {
    await expectInvariants(tenant)
    await expectBasics(tenant)
  })
})
