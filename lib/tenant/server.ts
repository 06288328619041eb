import type { IncomingMessage } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { openEventLog } from './event-log.ts'
import { Drain } from './http/drain.ts'
import { isHealth, type Readiness, sendHealth, storageReadiness } from './http/health.ts'
import { listen } from './http/listen.ts'
import { logWhenDone } from './http/log-request.ts'
import { type Handler, newServer, newTlsServer } from './http/new-server.ts'
import { sendFailure } from './http/send-failure.ts'
import { keepLogsFor } from './log-retention.ts'
import { createManagementApi } from './management/api.ts'
import { createOidc } from './oidc/oidc.ts'
import { type MemoryOptions, openMemory } from './open-memory.ts'
import { withTokenLimit } from './rate-limit/limit-token-endpoint.ts'
import type { RateLimits } from './rate-limit/rate-limits.ts'
import { type SeedOptions, seed } from './seed.ts'
import { serveCertificates } from './tls/certificates.ts'

export type TenantOptions = MemoryOptions & {
  /** 0 takes any free port. */
  port: number
  host: string
  /**
   * One of several workers on the port, which must be known to be free: takes it when all else is done, since nobody
   * could be told that the start goes on.
   */
  sharesPort?: boolean
  /** Whether to serve HTTPS, with a certificate of a local authority in the data folder. */
  tls?: boolean
  /** The public address, with a trailing slash; by default `http://localhost:<port>/`, or https with `tls`. */
  issuer?: string
  /** Days until the tenant's log forgets an event; by default 30. */
  logRetentionDays?: number
  /** How often clients may ask; by default as often as they like. */
  rateLimits?: RateLimits
  seed: SeedOptions
}

export type RunningTenant = {
  issuer: string
  /** With `tls`: the file with the certificate that clients must trust, PEM. */
  caFile?: string
  /** The first admin's sign-in, when this start made it and chose the password. */
  firstAdmin?: { email: string; password: string }
  /** Answers what is being asked, takes nothing new, and lets go of the port and the database. */
  close(): Promise<void>
}

/** Starts an Auth0-compatible tenant. Rejects with a StartUpError that says in a sentence why it can't. */
export async function startTenant(options: TenantOptions): Promise<RunningTenant> {
  let answer: Handler = isStarting
  let readiness: Readiness = async () => 'starting'
  const handler: Handler = async (request, response) => {
    logWhenDone(request, response)
    drain.watch(response)
    try {
      if (isHealth(request)) return await sendHealth(request, response, readiness)
      await answer(request, response)
    } catch (error) {
      sendFailure(response, error)
    }
  }
  const tlsServer = options.tls ? newTlsServer(handler) : undefined
  const server = tlsServer ?? newServer(handler)
  const drain = new Drain(server)
  // The port first: a start that fails on it must not have chosen an admin password that nobody gets to see.
  const port = options.sharesPort ? options.port : await listen(server, options)
  const open = new AsyncDisposableStack()
  try {
    const issuer = options.issuer ?? `${tlsServer ? 'https' : 'http'}://localhost:${port}/`
    const { storage, cookieKeys } = await openMemory(options)
    open.defer(() => storage.close())
    const events = openEventLog(storage)
    open.defer(() => events.close())
    open.defer(keepLogsFor(options.logRetentionDays ?? 30, storage))
    const tenant = { issuer, storage, events, cookieKeys }

    const caFile = tlsServer && (await serveCertificates(tlsServer, options.dataDir, issuer))
    const firstAdmin = await seed(tenant, options.seed)
    const limits = options.rateLimits ?? { management: [], token: [] }
    const management = getRequestListener(createManagementApi(tenant, limits.management).fetch)
    const oidc = withTokenLimit(tenant, limits.token, await createOidc(tenant))
    answer = (request, response) => (isManagement(request) ? management : oidc)(request, response)

    const isStorageReady = storageReadiness(storage)
    readiness = async () => (drain.hasBegun ? 'draining' : isStorageReady())
    if (options.sharesPort) await listen(server, options)
    open.defer(() => drain.finish())
    let closed: Promise<void> | undefined
    const close = () => {
      closed ??= open.disposeAsync()
      return closed
    }
    return { issuer, caFile, firstAdmin, close }
  } catch (error) {
    server.closeAllConnections()
    server.close()
    await open.disposeAsync()
    throw error
  }
}

const isManagement = ({ url = '' }: IncomingMessage) => /^\/api\/v2(\/|\?|$)/.test(url)

const isStarting: Handler = (_request, response) => {
  response.writeHead(503, { 'retry-after': '1' }).end()
}
