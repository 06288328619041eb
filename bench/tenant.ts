import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../bin/free-port.ts'
import { knownCredentials } from '../bin/known-credentials.ts'
import { startTenantProcess } from '../bin/tenant-process.ts'

/** As `npm start` and `npm run tenant` run it. */
const asShipped = {
  NODE_OPTIONS: '--max-semi-space-size=2 --max-old-space-size=128',
  MALLOC_ARENA_MAX: '2',
}

/** For benchmarks: a tenant of its own, with its log on, in `dataFolder` or in a folder that goes when it stops. */
export async function startBenchTenant(
  flags: string[] = [],
  { credentials = knownCredentials(), dataFolder }: { credentials?: Credentials; dataFolder?: string } = {},
) {
  const folder = dataFolder ?? (await mkdtemp(join(tmpdir(), 'grantboard-bench-')))
  const port = await freePort()
  const tenant = await startTenantProcess(port, folder, { ...credentials, ...asShipped }, flags)
  return {
    tenantUrl: tenant.url,
    credentials,
    pid: tenant.child.pid ?? 0,
    async stop() {
      await tenant.stop()
      if (!dataFolder) await rm(folder, { recursive: true })
    },
  }
}

type Credentials = ReturnType<typeof knownCredentials>
