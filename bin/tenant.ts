import cluster from 'node:cluster'
import type { RunningTenant, TenantOptions } from '../lib/tenant/server.ts'
import { refusing } from './refusing.ts'
import { readTenantOptions } from './tenant-options.ts'
import { reportFromWorker, superviseWorkers } from './tenant-workers.ts'

/**
 * `npm run tenant -- [--port 4000] [--host 127.0.0.1] [--data-dir .data] [--tls] [--workers 1]`: the embedded tenant
 * alone.
 */
export async function main(argv: string[]): Promise<void> {
  const { workers, ...options } = readTenantOptions(argv)
  if (workers === 1) return announce(await serve(options, ['SIGTERM', 'SIGINT']))
  if (cluster.isPrimary) return announce(await refusing(superviseWorkers(workers, options)))

  process.on('SIGINT', () => {}) // Ctrl-C reaches every process of the terminal; the primary decides what follows
  await reportFromWorker(() => serve({ ...options, listensLast: true }, ['SIGTERM']))
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
