import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../../bin/free-port.ts'
import { knownCredentials } from '../../../bin/known-credentials.ts'

/** For tests: the tenant as operators run it, with all that it says and how much memory it takes. */
export async function startWatchedTenant(env: Record<string, string> = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'watched-'))
  const port = await freePort()
  const known = knownCredentials()
  const issuer = `http://localhost:${port}/`
  const child = spawn(
    process.execPath,
    ['bin/run.mjs', 'tenant', '--port', String(port), '--data-dir', dataDir],
    { env: { ...process.env, ...known, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let said = ''
  for (const output of [child.stdout, child.stderr]) output.on('data', (chunk) => (said += chunk))
  while (!said.includes('Tenant ready')) await once(child.stdout, 'data')

  const managementToken = async () => {
    const answer = await fetch(new URL('oauth/token', issuer), {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: known.TENANT_MANAGEMENT_CLIENT_ID,
        client_secret: known.TENANT_MANAGEMENT_CLIENT_SECRET,
        audience: new URL('api/v2/', issuer).href,
      }),
    })
    const { access_token } = await answer.json()
    return String(access_token)
  }

  return {
    issuer,
    dataDir,
    known,
    managementToken,
    /** Everything on its standard output and standard error so far. */
    said: () => said,
    /** Resident memory in megabytes. */
    memory: () =>
      Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024,
    /** What the tenant answers to these bytes until it closes the connection. */
    answerTo: (...parts: (string | Buffer)[]) => talk(port, parts, () => false),
    /** What it answers first, which may come in the midst of these bytes; the caller leaves then. */
    firstAnswerTo: (...parts: (string | Buffer)[]) => talk(port, parts, (said) => said.includes('\r\n\r\n')),
    async stop() {
      child.kill('SIGTERM')
      await once(child, 'exit')
      rmSync(dataDir, { recursive: true })
    },
  }
}

export type WatchedTenant = Awaited<ReturnType<typeof startWatchedTenant>>

async function talk(port: number, parts: (string | Buffer)[], isEnough: (said: string) => boolean) {
  const socket = connect(port, '127.0.0.1')
  const closed = new Promise<void>((done) => socket.once('close', () => done()).on('error', () => {}))
  let said = ''
  socket.on('data', (chunk) => {
    said += chunk
    if (isEnough(said)) socket.destroy()
  })
  for (const part of parts) {
    if (!socket.writable) break
    if (!socket.write(part)) await Promise.race([closed, new Promise((done) => socket.once('drain', done))])
  }
  await closed
  return said
}
