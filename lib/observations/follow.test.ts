import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { tenantForTests } from '../../bin/tenant-for-tests.ts'
import { testDatabases } from '../database/test-databases.ts'
import { management } from '../management/management'
import { mirrorForTests } from '../mirror/testing/follower'
import { callersOf } from './read/callers'
import { clientUse } from './read/client-usage'
import { failuresOf } from './read/failures'
import { observedState } from './read/observed'
import { sumOf } from './span'

let tenant: Awaited<ReturnType<typeof tenantForTests>>
beforeAll(async () => {
  tenant = await tenantForTests()
  Object.assign(process.env, tenant.environment)
})
afterAll(() => tenant.stop())

describe.each(testDatabases)('real tokens, followed on $dialect', ({ newDatabase }) => {
  let mirror: Awaited<ReturnType<typeof mirrorForTests>>
  beforeEach(async () => {
    mirror = await mirrorForTests(await newDatabase())
    mirror.follow()
    await mirror.upToDate()
  })
  afterEach(() => mirror.close())

  /** A client that may ask for one scope of an API of its own. */
  async function seed() {
    const audience = `urn:${crypto.randomUUID()}`
    const { client_id = '', client_secret = '' } = await management((api) =>
      api.clients.create({
        name: 'worker',
        app_type: 'non_interactive',
        grant_types: ['client_credentials'],
      }),
    )
    await management((api) =>
      api.resourceServers.create({
        identifier: audience,
        name: 'Orders',
        scopes: [{ value: 'read' }, { value: 'write' }],
      }),
    )
    await management((api) => api.clientGrants.create({ client_id, audience, scope: ['read'] }))
    const ask = (more: Record<string, string> = {}) =>
      fetch(new URL('/oauth/token', process.env.AUTH0_DOMAIN), {
        method: 'POST',
        headers: { 'user-agent': 'nightly-run/2.1' },
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id,
          client_secret,
          audience,
          ...more,
        }),
      })
    const counted = async () =>
      sumOf((await clientUse(mirror.db, client_id, '24h', new Date())).flatMap(({ bars }) => bars))
    return { client_id, audience, ask, counted }
  }

  test('are counted, with who asked and why what was refused was', async () => {
    const { client_id, audience, ask, counted } = await seed()
    await Promise.all([ask(), ask(), ask({ scope: 'write' }), ask({ client_secret: 'wrong' })])
    await vi.waitUntil(async () => {
      const { issued, refused } = await counted()
      return issued === 2 && refused === 2
    }, 10_000)

    expect(await clientUse(mirror.db, client_id, '24h', new Date())).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          audience,
          isGranted: true,
          last: { at: expect.any(String), scope: 'read' },
        }),
      ]),
    )
    const failures = await failuresOf(mirror.db, { clientId: client_id }, 10)
    expect(failures.map(({ reason }) => reason).sort()).toEqual(['credentials', 'scopes'])
    expect(await callersOf(mirror.db, client_id)).toMatchObject([
      { userAgent: 'nightly-run/2.1', issued: 2, refused: 2 },
    ])
    expect((await observedState(mirror.db)).since).not.toBeNull()
    expect(await mirror.db.selectFrom('observed_secrets').select('client_id').execute()).toContainEqual({
      client_id,
    })
  })

  test('are counted once, also those that came while nobody followed', async () => {
    const { ask, counted } = await seed()
    await ask()
    await vi.waitUntil(async () => (await counted()).issued === 1, 10_000)
    await mirror.stopFollowing()
    await Promise.all([ask(), ask(), ask()])

    mirror.follow()
    await vi.waitUntil(async () => (await counted()).issued === 4, 10_000)
    await mirror.upToDate()
    expect((await counted()).issued).toBe(4)
  })
})
