import { logLevels } from '../lib/tenant/log.ts'
import { startTenant } from '../lib/tenant/server.ts'
import { readArguments, readPort } from './arguments.ts'
import { StartError } from './start-error.ts'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** `npm run tenant -- [--port 4000] [--host 127.0.0.1] [--data-dir .data] [--tls]`: the embedded tenant alone. */
export async function main(argv: string[]): Promise<void> {
  const flags = readArguments(argv, {
    port: { type: 'string', default: '4000' },
    host: { type: 'string', default: process.env.HOST || '127.0.0.1' },
    'data-dir': { type: 'string', default: process.env.DATA_DIR || '.data' },
    tls: { type: 'boolean', default: false },
  })
  readLogLevel()
  const { issuer, caFile, firstAdmin, close } = await start({
    port: readPort(flags.port, '--port'),
    host: flags.host,
    dataDir: flags['data-dir'],
    databaseUrl: readDatabaseUrl(process.env.DATABASE_URL),
    tls: flags.tls,
    issuer: readIssuer(process.env.TENANT_ISSUER, flags.tls),
    encryptionKey: process.env.TENANT_ENCRYPTION_KEY,
    seed: readSeed(process.env),
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void close().then(() => process.exit(0)))
  }

  if (firstAdmin) console.log(`First admin: ${firstAdmin.email} with the password ${firstAdmin.password}`)
  if (caFile) console.log(howToTrust(caFile))
  // The last line, since whoever waits for it may stop reading then.
  console.log(`Tenant ready at ${issuer}`)
}

const howToTrust = (caFile: string) =>
  [
    'Clients must trust the local authority that signs for this tenant:',
    `  Node.js                   NODE_EXTRA_CA_CERTS=${caFile}`,
    `  Go, Python, Ruby, OpenSSL SSL_CERT_FILE=${caFile} (instead of the authorities of the system)`,
  ].join('\n')

async function start(options: Parameters<typeof startTenant>[0]) {
  try {
    return await startTenant(options)
  } catch (error) {
    if (error instanceof Error && error.name === 'StartUpError') throw new StartError(error.message)
    throw error
  }
}

function readSeed(env: NodeJS.ProcessEnv) {
  const appBaseUrl = env.TENANT_APP_BASE_URL || 'http://localhost:3000'
  if (!URL.canParse(appBaseUrl))
    throw new StartError(`TENANT_APP_BASE_URL must be a URL, not "${appBaseUrl}".`)
  return {
    appBaseUrl,
    dashboard: credentials('TENANT_DASHBOARD_CLIENT'),
    management: credentials('TENANT_MANAGEMENT_CLIENT'),
    admin: {
      email: env.TENANT_ADMIN_EMAIL || undefined,
      password: env.TENANT_ADMIN_PASSWORD || undefined,
    },
  }
}

function credentials(prefix: string) {
  const clientId = process.env[`${prefix}_ID`] || undefined
  const clientSecret = process.env[`${prefix}_SECRET`] || undefined
  if (Boolean(clientId) !== Boolean(clientSecret)) {
    throw new StartError(`Set both ${prefix}_ID and ${prefix}_SECRET, or neither.`)
  }
  return { clientId, clientSecret }
}

/** Tokens and passwords cross the wire: only a loopback address may do without TLS. */
function readIssuer(text: string | undefined, tls: boolean): string | undefined {
  if (!text) return undefined
  const url = URL.parse(text)
  if (
    !url ||
    !/^https?:$/.test(url.protocol) ||
    url.pathname !== '/' ||
    url.search ||
    url.hash ||
    url.username
  ) {
    throw new StartError(`TENANT_ISSUER must be an address such as https://tenant.example/, not "${text}".`)
  }
  if (url.protocol === 'http:' && tls) {
    throw new StartError(`TENANT_ISSUER must begin with https://, not "${text}", since --tls serves HTTPS.`)
  }
  if (url.protocol === 'http:' && !loopback.has(url.hostname)) {
    throw new StartError(`TENANT_ISSUER must begin with https://, since "${text}" is not a loopback address.`)
  }
  return url.href
}

/** What stands in it is not repeated: it may hold a password. */
function readDatabaseUrl(text: string | undefined): string | undefined {
  if (!text) return undefined
  const url = URL.parse(text)
  if (!url || !/^postgres(ql)?:$/.test(url.protocol) || !url.hostname || url.pathname.length < 2) {
    throw new StartError(
      'DATABASE_URL must be an address such as postgres://user:password@host:5432/database.',
    )
  }
  return url.href
}

function readLogLevel() {
  const level = process.env.LOG_LEVEL
  if (level && !logLevels.includes(level)) {
    throw new StartError(`LOG_LEVEL must be one of ${logLevels.join(', ')}, not "${level}".`)
  }
}
