import cluster from 'node:cluster'
import type { RunningTenant, TenantOptions } from '../lib/tenant/server.ts'
import { refusing } from './refusing.ts'
import { StartError } from './start-error.ts'
import { readTenantOptions } from './tenant-options.ts'
import { reportFromWorker, superviseWorkers } from './tenant-workers.ts'

const usage = `npm run tenant -- [--port 4000] [--host 127.0.0.1] [--data-dir .data] [--tls] [--workers 1]
  Runs the embedded tenant until SIGTERM or Ctrl-C.

npm run tenant -- backup FILE [--data-dir .data]
  Writes clients, credentials, APIs, client grants, signing keys, users, roles and settings to a new file (mode 0600),
  while the tenant runs. Secrets in it stay encrypted with the tenant's key, passwords are hashed. Sessions, the log
  and the counts of quotas are left out.

npm run tenant -- restore FILE [--data-dir .data]
  Makes the tenant what the backup says, all or nothing, while it runs or before its first start, on SQLite or
  PostgreSQL. Needs the encryption key that the backup was written with. Sessions end; the log stays.

npm run tenant -- rotate-key [--data-dir .data]
  Encrypts every secret with a new key, while the tenant runs.

DATABASE_URL=postgres://… names a PostgreSQL database instead of the file in the data folder.`

/** `npm run tenant -- …`: the embedded tenant alone, or what can be done to it while it runs; see `usage`. */
export async function main([first = '', ...rest]: string[]): Promise<void> {
  if (first === '--help') return console.log(usage)
  if (first && !first.startsWith('-')) return maintain(first, rest)

  const { workers, ...options } = readTenantOptions([first, ...rest].filter(Boolean))
  if (workers === 1) return announce(await serve(options, ['SIGTERM', 'SIGINT']))
  if (cluster.isPrimary) return announce(await refusing(superviseWorkers(workers, options)))

  process.on('SIGINT', () => {}) // Ctrl-C reaches every process of the terminal; the primary decides what follows
  await reportFromWorker(() => serve({ ...options, sharesPort: true }, ['SIGTERM']))
}

async function maintain(name: string, argv: string[]) {
  const { maintenance } = await import('./tenant-maintenance.ts')
  const command = maintenance[name]
  if (!command) throw new StartError(`There is no command "${name}": npm run tenant -- --help lists them.`)
  await command(argv)
}

async function serve(options: TenantOptions, signals: NodeJS.Signals[]) {
  // Loaded late: who supervises workers needs none of it.
  const { startTenant } = await import('../lib/tenant/server.ts')
  const { close, ...tenant } = await refusing(startTenant(options))
  for (const signal of signals) process.once(signal, () => void close().then(() => process.exit(0)))
  return tenant
}

function announce({ issuer, caFile, firstAdmin }: Omit<RunningTenant, 'close'>) {
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
