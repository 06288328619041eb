import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startFaultProxy } from '../e2e/fault-proxy.ts'
import { freePort } from './free-port.ts'
import { knownCredentials } from './known-credentials.ts'
import { startTenantProcess } from './tenant-process.ts'

/**
 * A real tenant with a fault proxy as its public address, and the environment by which the dashboard's code finds
 * it. `env` adds to the tenant's own. `stop` ends both and removes what they wrote.
 */
export async function tenantForTests(env: Record<string, string> = {}) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'grantboard-'))
  const port = await freePort()
  const credentials = knownCredentials()
  const proxy = await startFaultProxy({ target: `http://127.0.0.1:${port}` })
  const start = () =>
    startTenantProcess(port, dataFolder, { ...credentials, TENANT_ISSUER: `${proxy.url}/`, ...env })
  let tenant = await start()

  return {
    issuer: `${proxy.url}/`,
    proxy,
    environment: {
      AUTH0_DOMAIN: proxy.url,
      AUTH0_CLIENT_ID: 'sign-in',
      AUTH0_CLIENT_SECRET: 'not used here',
      AUTH0_SECRET: 'x'.repeat(32),
      APP_BASE_URL: 'http://localhost:3000',
      MANAGEMENT_CLIENT_ID: credentials.TENANT_MANAGEMENT_CLIENT_ID,
      MANAGEMENT_CLIENT_SECRET: credentials.TENANT_MANAGEMENT_CLIENT_SECRET,
      GRANTBOARD_ADMINS: credentials.TENANT_ADMIN_EMAIL,
      DATA_DIR: dataFolder,
    },
    /** Does `meanwhile`, with the folder that the tenant keeps everything in, while it is down. */
    async restart(meanwhile: (dataFolder: string) => unknown) {
      await tenant.stop()
      await meanwhile(dataFolder)
      tenant = await start()
    },
    async stop() {
      await tenant.stop()
      await proxy.close()
      rmSync(dataFolder, { recursive: true })
    },
  }
}
