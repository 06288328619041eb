import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'
import { StartError } from './start-error.ts'
import { untilSaid } from './until-said.ts'

/**
 * Grantboard as a new user would start it, for tests and benchmarks: on free ports and a fresh data folder,
 * with a known admin and Management API client. `env` adds to its environment, where a `DATA_DIR` is kept afterwards;
 * `stop` resolves with its exit status.
 */
export async function runGrantboard(env: Record<string, string> = {}) {
  const ports = {
    dashboard: Number(env.PORT ?? (await freePort())),
    tenant: Number(env.TENANT_PORT ?? (await freePort())),
  }
  const dataFolder = env.DATA_DIR ?? mkdtempSync(join(tmpdir(), 'grantboard-'))
  const child = spawn(process.execPath, ['bin/run.mjs', 'start'], {
    env: {
      ...process.env,
      DATA_DIR: dataFolder,
      PORT: String(ports.dashboard),
      TENANT_PORT: String(ports.tenant),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = once(child, 'exit')

  const ready = await untilSaid(child.stdout, 'Grantboard is ready', console.log)
  if (!ready || child.pid === undefined) throw new StartError('Grantboard ended before it was ready.')

  return {
    pid: child.pid,
    dataFolder,
    url: `http://localhost:${ports.dashboard}`,
    tenantUrl: `http://localhost:${ports.tenant}`,
    sessionSecret: String(JSON.parse(readFileSync(join(dataFolder, 'secrets.json'), 'utf8')).sessionSecret),
    async stop(): Promise<number | null> {
      child.kill('SIGTERM')
      await exit
      if (!env.DATA_DIR) rmSync(dataFolder, { recursive: true, force: true })
      return child.exitCode
    },
  }
}
