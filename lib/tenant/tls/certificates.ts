import type { Server } from 'node:https'
import { log } from '../log.ts'
import { openAuthority } from './authority.ts'
import { dayMs } from './new-authority.ts'
import { newServerCertificate } from './server-certificate.ts'

/**
 * Gives the server of a tenant at `issuer` a certificate of the data folder's authority, and a new one every day for
 * as long as it runs. Resolves with the file that clients trust, `<dataDir>/tls/ca.pem`.
 */
export async function serveCertificates(server: Server, dataDir: string, issuer: string): Promise<string> {
  const host = new URL(issuer).hostname.replace(/^\[|\]$/g, '')
  const hosts = [...new Set([host, 'localhost', '127.0.0.1', '::1'])]

  // The processes of a tenant share the authority; each has a certificate of its own, in memory alone.
  async function renew() {
    const authority = await openAuthority(dataDir, hosts)
    server.setSecureContext(await newServerCertificate(authority, [...hosts, '*.localhost']))
    return authority.caFile
  }

  const timer = setInterval(() => {
    renew().catch((error) =>
      log.error({ err: error }, 'the certificate could not be renewed; tried again in a day'),
    )
  }, dayMs)
  timer.unref()
  server.once('close', () => clearInterval(timer))
  return renew()
}
