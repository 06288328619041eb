import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testDatabases } from '../../../database/test-databases.ts'
import { openStorage } from '../open.ts'
import type { Storage } from '../storage.ts'
import type { jobs } from './jobs.ts'

const processes = [0, 1, 2]
const rounds = 25
const program = fileURLToPath(new URL('process.ts', import.meta.url))
const everyRound = Array.from({ length: rounds }, (_, n) => n)

describe.each(testDatabases)('parallel processes on $dialect', ({ newDatabase }) => {
  let options: { dataDir: string; databaseUrl?: string }
  let storage: Storage
  beforeEach(async () => {
    options = {
      dataDir: mkdtempSync(join(tmpdir(), 'tenant-parallel-')),
      databaseUrl: await newDatabase(),
    }
    storage = await openStorage({ ...options, encryptionKey: new Uint8Array(32) })
  })
  afterEach(async () => {
    await storage.close()
    rmSync(options.dataDir, { recursive: true, force: true })
  })

  /** What each process achieved, all of them begun in the same moment. */
  async function run(job: keyof typeof jobs): Promise<number[][]> {
    const children = processes.map((me) => fork(program, [job, String(me), JSON.stringify(options)]))
    await Promise.all(children.map((child) => once(child, 'message')))
    const outcomes = children.map((child) => once(child, 'message'))
    for (const child of children) child.send('go')
    return (await Promise.all(outcomes)).map(([achieved]) => achieved)
  }

  const api = (identifier: string) =>
    storage.resourceServers.insert({
      id: identifier,
      identifier,
      signing_alg: 'RS256',
      token_lifetime: 3600,
    })
  const clients = async (...ids: string[]) => {
    for (const client_id of ids)
      await storage.clients.insert({ client_id, name: client_id, global: false, client_secret: 's' })
  }
  const numbered = everyRound.map((n) => `client-${n}`)

  it('make each identifier once', async () => {
    expect((await run('identifiers')).flat().sort((a, b) => a - b)).toEqual(everyRound)
    expect((await storage.resourceServers.list({}, { take: 100 })).items).toHaveLength(rounds)
  })

  it('make one grant for a client, an API and a subject type', async () => {
    await api('urn:shared')
    await clients(...numbered)
    expect((await run('grants')).flat().sort((a, b) => a - b)).toEqual(everyRound)
    expect((await storage.clientGrants.list({}, { take: 100 })).items).toHaveLength(rounds)
  })

  it('lose no change of one another', async () => {
    await api('urn:shared')
    await clients('shared')
    const audience = 'urn:shared'
    await storage.clientGrants.insert({ id: 'shared', client_id: 'shared', audience, subject_type: 'client' })
    await run('changes')
    const everyChange = processes.flatMap((me) => everyRound.map((n) => `${me}:${n}`)).sort()
    expect((await storage.clientGrants.find('shared'))?.scope?.toSorted()).toEqual(everyChange)
    expect((await storage.clients.find('shared'))?.callbacks?.toSorted()).toEqual(everyChange)
    expect((await storage.settings.get()).allowed_logout_urls?.toSorted()).toEqual(everyChange)
  })

  it('leave no grant of a client that one of them deletes', async () => {
    for (const me of processes) await api(`urn:api:${me}`)
    await clients(...numbered)
    const [deleted = []] = await run('deletions')
    expect(deleted).toEqual(everyRound)
    expect((await storage.clientGrants.list({}, { take: 100 })).items).toEqual([])
  })

  it('rotate signing keys one after the other', async () => {
    await storage.signingKeys.insert({ kid: 'a', privateKey: 'k', cert: 'c', state: 'current', since: '' })
    await storage.signingKeys.insert({ kid: 'b', privateKey: 'k', cert: 'c', state: 'next', since: '' })
    await run('rotations')
    const states = (await storage.signingKeys.list()).map(({ state }) => state)
    expect(states).toHaveLength(2 + processes.length * 5)
    expect(states.filter((state) => state !== 'previous').sort()).toEqual(['current', 'next'])
  })
})
