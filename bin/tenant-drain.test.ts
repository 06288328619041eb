import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testDatabases } from '../lib/database/test-databases.ts'
import { freePort } from './free-port.ts'
import { untilSaid } from './until-said.ts'

const credentials = { TENANT_MANAGEMENT_CLIENT_ID: 'management', TENANT_MANAGEMENT_CLIENT_SECRET: 'secret' }

describe.each(testDatabases)('SIGTERM under load on $dialect', ({ newDatabase }) => {
  let folder: string
  let running: ChildProcess[]
  let databaseUrl: string | undefined
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tenant-drain-'))
    running = []
    databaseUrl = await newDatabase()
  })
  afterEach(() => {
    for (const child of running) child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  async function start() {
    const port = await freePort()
    const child = spawn(
      process.execPath,
      ['bin/run.mjs', 'tenant', '--port', String(port), '--data-dir', folder],
      {
        env: { ...process.env, ...credentials, ...(databaseUrl && { DATABASE_URL: databaseUrl }) },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    running.push(child)
    await untilSaid(child.stdout, 'Tenant ready')
    return { child, url: `http://localhost:${port}` }
  }

  it('answers every request it took, loses nothing, and exits with 0', async () => {
    const { child, url } = await start()
    const bearer = await accessToken(url)
    const created: string[] = []
    const endings: string[] = []

    const load = async (writer: number) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 })
      for (let n = 0; ; n++) {
        await ask(agent, `${url}/health`)
        const made = await ask(agent, `${url}/api/v2/clients`, bearer, { name: `writer ${writer}, ${n}` })
        created.push(String(made.body.client_id))
        if (created.length === 40) child.kill('SIGTERM')
      }
    }
    const loads = Array.from({ length: 8 }, (_, writer) =>
      load(writer).catch((error) => endings.push(error.code)),
    )
    const exit = once(child, 'exit')
    await Promise.all(loads)
    expect(await exit).toEqual([0, null])
    // Refused at the door: no connection that was let in has been cut.
    expect(endings).toEqual(Array(8).fill('ECONNREFUSED'))

    const after = await start()
    const again = await accessToken(after.url)
    const { body } = await ask(new Agent(), `${after.url}/api/v2/logs?q=type:sapi&include_totals=true`, again)
    expect(body.total).toBe(created.length)
    for (const id of created) {
      const found = await ask(new Agent(), `${after.url}/api/v2/clients/${id}`, again)
      expect(found.status).toBe(200)
    }
  })
})

type Answer = { status: number | undefined; body: Record<string, unknown> }

/** The whole answer; rejects with the error of the connection. A body is posted as JSON. */
function ask(agent: Agent, url: string, bearer = '', body?: object): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' }
  const sent = request(url, { agent, method: body ? 'POST' : 'GET', headers }, async (response) => {
    try {
      let text = ''
      for await (const chunk of response) text += chunk
      resolve({ status: response.statusCode, body: JSON.parse(text) })
    } catch (error) {
      reject(error)
    }
  })
  sent.once('error', reject)
  sent.end(body && JSON.stringify(body))
  return promise
}

async function accessToken(url: string): Promise<string> {
  const response = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: credentials.TENANT_MANAGEMENT_CLIENT_ID,
      client_secret: credentials.TENANT_MANAGEMENT_CLIENT_SECRET,
      audience: `${url}/api/v2/`,
    }),
  })
  return (await response.json()).access_token
}
