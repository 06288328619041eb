import { logLevels } from '../lib/tenant/log.ts'
import type { MemoryOptions } from '../lib/tenant/open-memory.ts'
import { auth0RateLimits, type RateLimits } from '../lib/tenant/rate-limit/rate-limits.ts'
import type { TenantOptions } from '../lib/tenant/server.ts'
import { readArguments, readPort, readWords } from './arguments.ts'
import { StartError } from './start-error.ts'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])
const mostWorkers = 64

const dataDirFlag = { type: 'string', default: process.env.DATA_DIR || '.data' } as const

/** What the command line and the environment say; a StartError names what is wrong. */
export function readTenantOptions(argv: string[]): TenantOptions & { workers: number } {
  const flags = readArguments(argv, {
    port: { type: 'string', default: '4000' },
    host: { type: 'string', default: process.env.HOST || '127.0.0.1' },
    'data-dir': dataDirFlag,
    tls: { type: 'boolean', default: false },
    workers: { type: 'string', default: '1' },
  })
  readLogLevel()
  return {
    port: readPort(flags.port, '--port'),
    host: flags.host,
    tls: flags.tls,
    workers: readWorkers(flags.workers),
    issuer: readIssuer(process.env.TENANT_ISSUER, flags.tls),
    rateLimits: readRateLimits(process.env.TENANT_RATE_LIMITS),
    logRetentionDays: readDays(process.env.TENANT_LOG_RETENTION_DAYS),
    seed: readSeed(process.env),
    ...readMemory(flags['data-dir']),
  }
}

/** Which database a command is about, and the words it is given, one for each of `names`. */
export function readMemoryOptions(argv: string[], ...names: string[]): MemoryOptions & { words: string[] } {
  const { values, words } = readWords(argv, { 'data-dir': dataDirFlag }, names)
  readLogLevel()
  return { ...readMemory(values['data-dir']), words }
}

const readMemory = (dataDir: string): MemoryOptions => ({
  dataDir,
  databaseUrl: readDatabaseUrl(process.env.DATABASE_URL),
  encryptionKey: process.env.TENANT_ENCRYPTION_KEY,
})

function readWorkers(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1 || count > mostWorkers) {
    throw new StartError(`--workers must be a number between 1 and ${mostWorkers}, not "${text}".`)
  }
  return count
}

function readRateLimits(text: string | undefined): RateLimits | undefined {
  if (!text || text === 'off') return undefined
  if (text === 'free' || text === 'paid') return auth0RateLimits[text]
  throw new StartError(`TENANT_RATE_LIMITS must be off, free or paid, not "${text}".`)
}

function readDays(text: string | undefined): number | undefined {
  if (!text) return undefined
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text)
  throw new StartError(
    `TENANT_LOG_RETENTION_DAYS must be a number of days between 1 and 9999, not "${text}".`,
  )
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
