import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { testDatabases } from '../../database/test-databases.ts'
import { type Answer, startTestTenant } from '../test-tenant.ts'

type Entry = { details: { response: { body: { description?: string } } } }

it.each(testDatabases)(
  'the log tells changes in the order in which they happened, on $dialect',
  async (database) => {
    const tenant = await startTestTenant({ databaseUrl: await database.newDatabase() })
    const { client_id } = (await tenant.call('POST', '/clients', { name: 'Contended' })).body
    const path = `/clients/${client_id}`
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        tenant.call('PATCH', path, { description: `Change ${index}` }),
      ),
    )

    const { description } = (await tenant.call('GET', path)).body
    const answer: Answer = await tenant.call('GET', '/logs?q=type:sapi&per_page=21')
    const entries = Object.values(answer.body) as Entry[]
    expect(entries[0]?.details.response.body.description).toBe(description)
    expect(new Set(entries.map(({ details }) => details.response.body.description)).size).toBe(21)
    await tenant.stop()
  },
)

it('what the log can’t take does not happen', async () => {
  const tenant = await startTestTenant()
  const outside = new DatabaseSync(join(tenant.dataDir, 'tenant.db'))
  outside.exec('alter table logs rename to away')
  expect((await tenant.call('POST', '/clients', { name: 'Unlogged' })).status).toBe(500)
  expect((await tenant.call('PATCH', '/tenants/settings', { friendly_name: 'Unlogged' })).status).toBe(500)
  outside.exec('alter table away rename to logs')
  outside.close()

  const clients = (await tenant.call('GET', '/clients?fields=name')).body
  expect(JSON.stringify(clients)).not.toContain('Unlogged')
  expect((await tenant.call('GET', '/tenants/settings')).body.friendly_name).not.toBe('Unlogged')
  await tenant.stop()
})
