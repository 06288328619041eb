import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readArguments, readPort } from './arguments.ts'
import { buildIfNeeded } from './build.ts'
import { openDataFolder } from './data-folder.ts'
import { assertFree, Crew, untilAnswering } from './processes.ts'
import { dashboardProgram, embeddedTenantEnvironment, tenantProgram } from './programs.ts'

/**
 * `npm start` and `npm run dev`: the dashboard, and the embedded tenant beside it unless AUTH0_DOMAIN
 * names another. Ends with status 0 after Ctrl-C, 1 when a program could not start or died.
 */
export async function main(argv: string[]) {
  const options = readArguments(argv, {
    dev: { type: 'boolean', default: false },
    port: { type: 'string', default: process.env.PORT || '3000' },
    'tenant-port': { type: 'string', default: process.env.TENANT_PORT || '4000' },
  })
  const host = process.env.HOST || '127.0.0.1'
  const port = readPort(options.port, 'PORT')
  const tenantPort = readPort(options['tenant-port'], 'TENANT_PORT')
  const embedded = !process.env.AUTH0_DOMAIN

  const folder = openDataFolder()
  await assertFree(port, host, 'dashboard')
  if (embedded) await assertFree(tenantPort, host, 'tenant')
  if (!options.dev) buildIfNeeded()

  const appBaseUrl = process.env.APP_BASE_URL || `http://localhost:${port}`
  const crew = new Crew()
  try {
    await Promise.race([crew.over, startBoth()])
    await crew.over
  } finally {
    process.exitCode = await crew.stop()
  }

  async function startBoth() {
    const welcome = [`Grantboard is ready at ${appBaseUrl}`]
    let env: Record<string, string> = { DATA_DIR: folder.path, APP_BASE_URL: appBaseUrl }
    if (embedded) {
      const issuer = process.env.TENANT_ISSUER || `http://localhost:${tenantPort}/`
      env = embeddedTenantEnvironment(issuer, { ...folder, appBaseUrl })
      const password = firstPassword(folder.path)
      if (password) {
        welcome.push(
          `Sign in as ${folder.secrets.adminEmail} with the password ${password} (shown this once).`,
        )
      }
      const program = tenantProgram({ host, port: tenantPort }, { ...folder, appBaseUrl, password })
      await untilAnswering(
        `http://${host}:${tenantPort}/.well-known/jwks.json`,
        crew.start(program),
        'tenant',
      )
    }
    const program = dashboardProgram({ host, port }, env, options.dev)
    await untilAnswering(`http://${host}:${port}/icon.svg`, crew.start(program), 'dashboard')
    console.log(welcome.join('\n'))
  }
}

/** The first admin's password, made up when this is the tenant's first start and none was given. */
function firstPassword(dataFolder: string) {
  const first = !existsSync(join(dataFolder, 'tenant.db'))
  return first && !process.env.TENANT_ADMIN_PASSWORD ? randomBytes(12).toString('base64url') : undefined
}
