import { Readable } from 'node:stream'
import { type Configuration, ConfigurationError, readConfiguration } from '../lib/configuration.ts'
import { openDashboardDatabase } from '../lib/dashboard-database/open.ts'
import { NewerSchemaError } from '../lib/database/migrate.ts'
import { buildIfNeeded } from './build.ts'
import { openDataFolder } from './data-folder.ts'
import { assertFree, Crew, untilAnswering } from './processes.ts'
import { dashboardProgram, embeddedTenantEnvironment, tenantProgram } from './programs.ts'
import { StartError } from './start-error.ts'
import { untilSaid } from './until-said.ts'

type Launch = {
  port: number
  tenantPort: number
  /** With reload instead of a build. */
  dev: boolean
  /** Whether to start the embedded tenant beside the dashboard. */
  withTenant: boolean
}

/**
 * Runs the dashboard, and the embedded tenant beside it, until a signal or until one of them dies; the
 * exit status says which. A StartError when something is in the way.
 */
export async function launch({ port, tenantPort, dev, withTenant }: Launch) {
  const host = process.env.HOST || '127.0.0.1'
  const appBaseUrl = process.env.APP_BASE_URL || `http://localhost:${port}`
  const folder = { ...openDataFolder(), appBaseUrl }
  const issuer = process.env.TENANT_ISSUER || `http://localhost:${tenantPort}/`
  const env = namesTenant(process.env)
    ? { DATA_DIR: folder.path, APP_BASE_URL: appBaseUrl }
    : embeddedTenantEnvironment(issuer, folder)

  const configuration = checkedConfiguration({ ...process.env, ...env })
  await assertFree(port, host, 'dashboard')
  if (withTenant) await assertFree(tenantPort, host, 'tenant')
  if (!dev) buildIfNeeded()
  process.umask(0o077) // what is written into the data folder is for this user alone
  await migrateDashboard(configuration)

  const crew = new Crew()
  try {
    await Promise.race([crew.over, startAll()])
    await crew.over
  } finally {
    process.exitCode = await crew.stop()
  }

  async function startAll() {
    const signIn = withTenant ? await startTenant() : undefined
    const dashboard = crew.start(dashboardProgram({ host, port }, env, dev))
    await untilAnswering(`http://${host}:${port}/icon.svg`, dashboard, 'dashboard')

    console.log(`Grantboard is ready at ${appBaseUrl}${signIn ?? ''}`)
  }

  /** Resolves when the tenant answers, with how its first admin signs in if it has just made one. */
  async function startTenant() {
    const { stdout } = crew.start(tenantProgram({ host, port: tenantPort }, folder))
    let signIn: string | undefined
    const ready = await untilSaid(stdout ?? Readable.from([]), 'Tenant ready', (line) => {
      const [, email, password] = /^First admin: (.+) with the password (.+)$/.exec(line) ?? []
      if (email) signIn = `\nSign in as ${email} with the password ${password} (shown this once).`
    })
    if (!ready) throw new StartError('The tenant ended before it was ready.')
    return signIn
  }
}

/** Whether the environment says anything about another tenant; half of it is then a mistake, not the embedded one. */
export const namesTenant = (variables: NodeJS.ProcessEnv) =>
  [
    'AUTH0_DOMAIN',
    'AUTH0_CLIENT_ID',
    'AUTH0_CLIENT_SECRET',
    'MANAGEMENT_CLIENT_ID',
    'MANAGEMENT_CLIENT_SECRET',
    'MANAGEMENT_CLIENT_SIGNING_KEY',
  ].some((name) => variables[name])

/** An old database is brought up to date before anybody uses it; a newer one is left alone. */
async function migrateDashboard(configuration: Configuration) {
  try {
    await (await openDashboardDatabase(configuration)).destroy()
  } catch (error) {
    if (error instanceof NewerSchemaError) throw new StartError(error.message)
    if (configuration.DATABASE_URL && error instanceof Error) {
      throw new StartError(`The database in DATABASE_URL can't be used: ${error.message || 'no answer'}.`)
    }
    throw error
  }
}

function checkedConfiguration(variables: Record<string, string | undefined>): Configuration {
  try {
    return readConfiguration(variables)
  } catch (error) {
    if (error instanceof ConfigurationError) throw new StartError(error.message)
    throw error
  }
}
