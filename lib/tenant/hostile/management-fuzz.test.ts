import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabases } from '../../database/test-databases.ts'
import { routes } from '../management/routes.ts'
import { startTestTenant, type TestTenant } from '../test-tenant.ts'
import { cases, inTime, seed } from './fuzz-settings.ts'
import { expectBasics, expectInvariants } from './invariants.ts'
import { type FuzzedRequest, requestsTo } from './management-requests.ts'
import { expectManagementError, soundAnswer } from './sound-answer.ts'
import { fillIn, look, renewed, type World } from './world.ts'

// Each rotation makes a key pair, which takes its time and stays.
const slow = new Set(['/keys/signing/rotate'])
const share = Math.ceil((cases * 0.7) / routes.length / testDatabases.length)
const atOnce = 5
const sizeOf = (path: string) => (slow.has(path) ? 5 : share)

describe.each(testDatabases)(`the Management API on $dialect, FUZZ_SEED=${seed}`, ({ newDatabase }) => {
  let tenant: TestTenant
  let bearer: string
  let world: World
  beforeAll(async () => {
    tenant = await startTestTenant({ databaseUrl: await newDatabase() })
    // The tenant's settings are fuzzed too, and a default quota must not lock the caller out.
    const token_quota = { client_credentials: { per_hour: 1_000_000, enforce: false } }
    await tenant.call('PATCH', '/clients/management-client', { token_quota })
  })
  afterAll(() => tenant.stop())

  async function send({ method, path, query, headers, body }: FuzzedRequest): Promise<void> {
    const url = new URL(
      `api/v2${fillIn(path, world, encodeURIComponent)}${fillIn(query, world, encodeURIComponent)}`,
      tenant.issuer,
    )
    const { status, text } = await soundAnswer(url, {
      method,
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json', ...headers },
      body:
        body === undefined ? undefined : fillIn(body, world, (value) => JSON.stringify(value).slice(1, -1)),
    })
    expectManagementError(status, text)
  }

  it.each(routes.map((route) => [route.method, route.path, route] as const))(
    '%s %s',
    async (_, path, route) => {
      tenant = await renewed(tenant)
      bearer = await tenant.tokenFor()
      world = await look(tenant, world)
      const property = fc.asyncProperty(requestsTo(route), send)
      await fc.assert(property, { seed, numRuns: sizeOf(path), ...inTime })
    },
    120_000,
  )

  it('takes everything at once', async () => {
    let runs = 0
    const anything = fc.oneof(...routes.filter(({ path }) => !slow.has(path)).map(requestsTo))
    const property = fc.asyncProperty(
      fc.array(anything, { minLength: atOnce, maxLength: atOnce }),
      async (requests) => {
        if (runs++ % 50 === 0) {
          tenant = await renewed(tenant)
          bearer = await tenant.tokenFor()
          world = await look(tenant, world)
        }
        await Promise.all(requests.map(send))
      },
    )
    const numRuns = Math.ceil((cases * 0.15) / atOnce / testDatabases.length)
    await fc.assert(property, { seed, numRuns, ...inTime })
  }, 120_000)

  it('is sound afterwards', async () => {
    tenant = await renewed(tenant)
    await expectInvariants(tenant)
    await expectBasics(tenant)
    expect((await tenant.call('GET', '/tenants/settings')).status).toBe(200)
  }, 120_000)
})
