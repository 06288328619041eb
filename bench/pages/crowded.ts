import { glob, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { findChromium } from '../../bin/chromium.ts'
import { freePort } from '../../bin/free-port.ts'
import { knownCredentials } from '../../bin/known-credentials.ts'
import { runGrantboard } from '../../bin/run-grantboard.ts'
import { startFaultProxy } from '../../e2e/fault-proxy.ts'
import type { BenchContext } from '../context.ts'
import { type Crowd, writeClients } from '../many-clients.ts'

export type Crowded = BenchContext & {
  /** The Management API calls so far that a person waited for. */
  calls: () => number
  stop: () => Promise<void>
}

/** Grantboard with a tenant that holds such a crowd, all of it mirrored; the line between them is counted on. */
export async function startCrowded(crowd: Crowd): Promise<Crowded> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'grantboard-bench-'))
  const tenantPort = await freePort()
  const proxy = await startFaultProxy({ target: `http://127.0.0.1:${tenantPort}` })
  const credentials = knownCredentials()
  const environment = {
    ...credentials,
    DATA_DIR: dataFolder,
    TENANT_PORT: String(tenantPort),
    TENANT_ISSUER: `${proxy.url}/`,
  }
  const first = await runGrantboard(environment)
  await first.stop()
  await writeClients(dataFolder, crowd)
  // What was written past the tenant is not in its log: the mirror begins anew.
  for await (const file of glob(join(dataFolder, 'dashboard.db*'))) await rm(file)
  const grantboard = await runGrantboard(environment)
  await untilMirrored(join(dataFolder, 'dashboard.db'), crowd)
  return {
    ...grantboard,
    tenantUrl: proxy.url,
    credentials,
    chromium: findChromium(),
    calls: () => proxy.seen().filter((call) => /^[A-Z]+ \/api\/v2\//.test(call)).length,
    async stop() {
      await grantboard.stop()
      await proxy.close()
      await rm(dataFolder, { recursive: true })
    },
  }
}

async function untilMirrored(path: string, { clients }: Crowd) {
  const database = new DatabaseSync(path, { readOnly: true, timeout: 5000 })
  try {
    const read = database.prepare(
      'select building, (select count(*) from clients) as count from mirror_state',
    )
    for (let state = read.get(); !state || state.building !== null || Number(state.count) < clients; ) {
      await pause(100)
      state = read.get()
    }
  } finally {
    database.close()
  }
}
