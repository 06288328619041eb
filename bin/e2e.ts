import { join } from 'node:path'
import { startFaultProxy } from '../e2e/fault-proxy.ts'
import { findChromium } from './chromium.ts'
import { run } from './command.ts'
import { freePort } from './free-port.ts'
import { knownCredentials } from './known-credentials.ts'
import { runGrantboard } from './run-grantboard.ts'
import { StartError } from './start-error.ts'

/**
 * `npm run e2e [-- playwright arguments]`: starts Grantboard with the fault proxy as the tenant's public
 * address and walks it in a real browser.
 */
export async function main(args: string[]) {
  const browser = findChromium()
  const tenantPort = await freePort()
  const proxy = await startFaultProxy({ target: `http://127.0.0.1:${tenantPort}` })
  const credentials = knownCredentials()
  const grantboard = await runGrantboard({
    ...credentials,
    TENANT_PORT: String(tenantPort),
    TENANT_ISSUER: `${proxy.url}/`,
    TENANT_RATE_LIMITS: 'paid',
    GRANTBOARD_LOOK_SECONDS: '0.2',
    GRANTBOARD_TEST_CALLS: proxy.url, // the tenant's own API is the one that the tests call
  })
  let status: number | null
  try {
    await run('end-to-end tests', 'node_modules/@playwright/test/cli.js', ['test', '-c', 'e2e', ...args], {
      ...credentials,
      CHROMIUM_PATH: browser,
      GRANTBOARD_URL: grantboard.url,
      TENANT_URL: proxy.url,
      FAULT_PROXY_CONTROL: proxy.controlUrl,
      SESSION_SECRET: grantboard.sessionSecret,
      DASHBOARD_DATABASE: join(grantboard.dataFolder, 'dashboard.db'),
    })
  } finally {
    status = await grantboard.stop()
    await proxy.close()
  }
  if (status !== 0) throw new StartError(`Grantboard did not stop cleanly (exit ${status}).`)
}
