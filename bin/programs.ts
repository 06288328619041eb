import { nextBin } from './build.ts'
import type { Secrets } from './data-folder.ts'
import type { Program } from './processes.ts'

type Folder = { path: string; secrets: Secrets; appBaseUrl: string }
type Address = { host: string; port: number }

/** The tenant holds some 30 MB; without a bound V8 lets garbage pile up to several times that before it collects. */
const smallHeap = ['--max-semi-space-size=2', '--max-old-space-size=128']

/** The embedded tenant with the credentials of this data folder. */
export function tenantProgram({ host, port }: Address, { path, secrets, appBaseUrl }: Folder): Program {
  return {
    name: 'tenant',
    args: [...smallHeap, 'bin/run.mjs', 'tenant', '--port', String(port), '--host', host, '--data-dir', path],
    env: {
      MALLOC_ARENA_MAX: '2', // glibc would keep an arena for every thread that signs
      TENANT_DASHBOARD_CLIENT_ID: secrets.dashboardClientId,
      TENANT_DASHBOARD_CLIENT_SECRET: secrets.dashboardClientSecret,
      TENANT_MANAGEMENT_CLIENT_ID: secrets.managementClientId,
      TENANT_MANAGEMENT_CLIENT_SECRET: secrets.managementClientSecret,
      TENANT_ADMIN_EMAIL: secrets.adminEmail,
      TENANT_APP_BASE_URL: appBaseUrl,
    },
    stdout: 'pipe',
  }
}

/** The dashboard, built or (`dev`) with reload. */
export function dashboardProgram({ host, port }: Address, env: Record<string, string>, dev = false): Program {
  return {
    name: 'dashboard',
    args: [nextBin, dev ? 'dev' : 'start', '--port', String(port), '--hostname', host],
    env: { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: dev ? 'development' : 'production', ...env },
    stdout: dev ? 'inherit' : 'ignore',
    // The SDK's word on plain HTTP. The configuration accepts that for loopback only, where it is right.
    unsaid: 'allowInsecureRequests is enabled in a production environment. This is not recommended.',
  }
}

/** What the dashboard needs to know to run against the embedded tenant of this data folder. */
export function embeddedTenantEnvironment(
  issuer: string,
  { path, secrets, appBaseUrl }: Folder,
): Record<string, string> {
  return {
    AUTH0_DOMAIN: new URL(issuer).origin,
    AUTH0_CLIENT_ID: secrets.dashboardClientId,
    AUTH0_CLIENT_SECRET: secrets.dashboardClientSecret,
    AUTH0_SECRET: secrets.sessionSecret,
    APP_BASE_URL: appBaseUrl,
    MANAGEMENT_CLIENT_ID: secrets.managementClientId,
    MANAGEMENT_CLIENT_SECRET: secrets.managementClientSecret,
    GRANTBOARD_ADMINS: process.env.GRANTBOARD_ADMINS || secrets.adminEmail,
    DATA_DIR: path,
  }
}
