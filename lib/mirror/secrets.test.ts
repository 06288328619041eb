import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { tenantForTests } from '../../bin/tenant-for-tests.ts'
import { testDatabases } from '../database/test-databases.ts'
import { management } from '../management/management'
import { mirrorForTests } from './testing/follower'

let tenant: Awaited<ReturnType<typeof tenantForTests>>
beforeAll(async () => {
  tenant = await tenantForTests()
  Object.assign(process.env, tenant.environment)
})
afterAll(() => tenant.stop())

const chosen = () => crypto.randomUUID().repeat(2)
const newApi = (fields: { signing_secret?: string } = {}) =>
  management((api) =>
    api.resourceServers.create({
      ...{ name: 'API', identifier: `urn:${crypto.randomUUID()}`, signing_alg: 'HS256' },
      ...fields,
    }),
  )

/** Makes a client and an API with secrets of every kind, and sets them anew. All secrets that ever were. */
async function secretsMade(): Promise<string[]> {
  const [given, set, resigned] = [chosen(), chosen(), chosen()]
  const client = await management((call) => call.clients.create({ name: 'client' }))
  const api = await newApi()
  await newApi({ signing_secret: given })
  const id = client.client_id ?? ''
  const { client_secret: rotated } = await management((call) => call.clients.rotateSecret(id))
  await management((call) => call.clients.update(id, { client_secret: set }))
  await management((call) => call.resourceServers.update(api.id ?? '', { signing_secret: resigned }))
  const secrets = [client.client_secret, api.signing_secret, given, rotated, set, resigned]
  return secrets.map((secret) => secret ?? '')
}

describe.each(testDatabases)('a dashboard on $dialect', ({ newDatabase }) => {
  let mirror: Awaited<ReturnType<typeof mirrorForTests>>
  beforeEach(async () => {
    mirror = await mirrorForTests(await newDatabase())
    return () => mirror.close()
  })

  /** All that is in the database, as text: its files, or each row of each table. */
  async function everything() {
    const { DATA_DIR, DATABASE_URL } = mirror.place
    if (!DATABASE_URL)
      return readdirSync(DATA_DIR).map((name) => readFileSync(`${DATA_DIR}/${name}`, 'latin1'))
    const tables = await mirror.db.introspection.getTables()
    const rows = tables
      .filter(({ schema }) => schema === 'dashboard')
      .map(({ name }) =>
        mirror.db
          .selectFrom(name as 'clients')
          .selectAll()
          .execute(),
      )
    return (await Promise.all(rows)).map((rows) => JSON.stringify(rows))
  }

  test('keeps no secret of the tenant, from before it followed or after', async () => {
    const before = await secretsMade()
    mirror.follow()
    await mirror.upToDate()
    const after = await secretsMade()
    await mirror.upToDate()
    await mirror.db
      .updateTable('mirror_state')
      .set({ synchronized_at: new Date(0).toISOString() })
      .execute()
    await mirror.until(({ generation, building }) => generation === 2 && building === null)
    const { id } = await mirror.db.selectFrom('clients').select('id').executeTakeFirstOrThrow()

    const kept = await everything()
    expect(kept.some((text) => text.includes(id))).toBe(true)
    const secrets = [...before, ...after]
    expect(secrets.filter((secret) => secret.length < 16)).toEqual([])
    expect(secrets.filter((secret) => kept.some((text) => text.includes(secret)))).toEqual([])
  })
})
