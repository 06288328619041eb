import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { testDatabases } from '../database/test-databases.ts'

const ada = { email: 'ada@grantboard.example' }

describe.each(testDatabases)('the record on $dialect', ({ newDatabase }) => {
  let dataDir: string
  let store: typeof import('./store')
  let records: typeof import('./records')
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'record-'))
    Object.assign(process.env, {
      AUTH0_DOMAIN: 'acme.eu.auth0.com',
      AUTH0_CLIENT_ID: 'a',
      AUTH0_CLIENT_SECRET: 'b',
      AUTH0_SECRET: 'x'.repeat(32),
      APP_BASE_URL: 'https://grantboard.acme.example',
      MANAGEMENT_CLIENT_ID: 'c',
      MANAGEMENT_CLIENT_SECRET: 'd',
      DATA_DIR: dataDir,
      DATABASE_URL: (await newDatabase()) ?? '',
    })
    vi.resetModules() // the configuration is read once in the life of a process
    store = await import('./store')
    records = await import('./records')
  })
  afterEach(() => rmSync(dataDir, { recursive: true }))

  const grant = (clientId: string) => ({
    setId: crypto.randomUUID(),
    admin: ada,
    change: { kind: 'client.delete', clientId } as const,
    key: `client:${clientId}`,
  })

  test('is read latest first, a window at a time', async () => {
    for (const id of ['one', 'two', 'three']) {
      const outcome = { subject: { clientId: id }, before: { name: id }, after: null }
      await store.record(grant(id), outcome, id === 'two' ? 'refused' : undefined)
    }

    const { changes, total } = await records.readChanges(1, 2)
    expect(total).toBe(3)
    expect(changes).toMatchObject([
      { subject: { clientId: 'two' }, state: 'failed', reason: 'refused', author: ada.email },
      { subject: { clientId: 'one' }, state: 'applied', before: { name: 'one' }, after: null },
    ])
  })

  test('says who brought an object into the state it is in', async () => {
    await store.record(grant('one'), { subject: {}, before: null, after: { name: 'now' } })

    const isNow = (after: unknown) => JSON.stringify(after) === '{"name":"now"}'
    expect(await store.whoMade('client:one', isNow)).toMatchObject({ author: ada.email })
    expect(await store.whoMade('client:two', isNow)).toBeUndefined()
  })
})
