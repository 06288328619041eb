import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { NewerSchemaError } from '../database/migrate.ts'
import { deriveKey, encryptionKey } from './encryption-key.ts'
import { openEventLog } from './event-log.ts'
import { log } from './log.ts'
import { createManagementApi } from './management/api.ts'
import { createOidc } from './oidc/oidc.ts'
import { type SeedOptions, seed } from './seed.ts'
import { StartUpError } from './start-up-error.ts'
import { WrongKeyError } from './storage/key-check.ts'
import { openStorage } from './storage/open.ts'

export type TenantOptions = {
  /** 0 takes any free port. */
  port: number
  host: string
  dataDir: string
  /** `postgres://…` instead of SQLite in the data folder. */
  databaseUrl?: string
  /** The public address, with a trailing slash; by default `http://localhost:<port>/`. */
  issuer?: string
  /** 64 hexadecimal digits; by default the key in the data folder. */
  encryptionKey?: string
  seed: SeedOptions
}

export type RunningTenant = {
  issuer: string
  /** The first admin's sign-in, when this start made it and chose the password. */
  firstAdmin?: { email: string; password: string }
  /** Answers what is being asked, takes nothing new, and lets go of the port and the database. */
  close(): Promise<void>
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void

// A token with every scope of the Management API is 8 to 16 kB, and a browser adds its cookies.
const maxHeaderSize = 64 * 1024
const requestTimeout = 30_000
const drainMs = 10_000

/** Starts an Auth0-compatible tenant. Rejects with a StartUpError that says in a sentence why it can't. */
export async function startTenant(options: TenantOptions): Promise<RunningTenant> {
  let answer: Handler = isStarting
  const server = createServer({ maxHeaderSize, requestTimeout }, (request, response) => {
    logWhenDone(request, response)
    answer(request, response)
  })
  // The port first: a start that fails on it must not have chosen an admin password that nobody gets to see.
  await listen(server, options)
  try {
    const issuer = options.issuer ?? `http://localhost:${(server.address() as AddressInfo).port}/`
    const key = usable(options, () => encryptionKey(options.dataDir, options.encryptionKey))
    const storage = await usable(options, () => openStorage({ ...options, encryptionKey: key }))
    const events = openEventLog(storage)
    const tenant = { issuer, storage, events, cookieKeys: [deriveKey(key, 'cookies')] }

    const firstAdmin = await seed(tenant, options.seed)
    const management = getRequestListener(createManagementApi(tenant).fetch)
    const oidc = await createOidc(tenant)
    answer = (request, response) => (isManagement(request) ? management : oidc)(request, response)

    const close = async () => {
      await drain(server)
      await events.close()
      await storage.close()
    }
    return { issuer, firstAdmin, close }
  } catch (error) {
    server.closeAllConnections()
    server.close()
    throw error
  }
}

const isManagement = ({ url = '' }: IncomingMessage) => /^\/api\/v2(\/|\?|$)/.test(url)

const isStarting: Handler = (_request, response) => {
  response.writeHead(503, { 'retry-after': '1' }).end()
}

function listen(server: Server, { port, host }: TenantOptions): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      failed(
        new StartUpError(
          taken
            ? `Port ${port} on ${host} is already in use: stop what uses it or choose another with --port.`
            : `The tenant can't listen on port ${port} of ${host} (${error.message}).`,
        ),
      )
    })
    server.listen(port, host, done)
  })
}

/** Runs a step that needs the data folder; what the file system says against it becomes a sentence. */
function usable<T>({ dataDir }: TenantOptions, step: () => T): T {
  const refuse = (error: unknown): never => {
    if (error instanceof NewerSchemaError || error instanceof WrongKeyError) {
      throw new StartUpError(error.message)
    }
    if (error instanceof Error && 'code' in error) {
      throw new StartUpError(
        `The data folder ${resolve(dataDir)} can't be used (${error.message}): choose one this user may write with --data-dir.`,
      )
    }
    throw error
  }
  try {
    const result = step()
    return result instanceof Promise ? (result.catch(refuse) as T) : result
  } catch (error) {
    return refuse(error)
  }
}

async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()))
  server.closeIdleConnections()
  const limit = setTimeout(() => server.closeAllConnections(), drainMs)
  await closed
  clearTimeout(limit)
}

/** Method, path and outcome; never a query string, a header or a body, which may carry secrets. */
function logWhenDone({ method, url }: IncomingMessage, response: ServerResponse) {
  const startedAt = performance.now()
  response.once('close', () => {
    const ms = Math.round(performance.now() - startedAt)
    log.info({ method, path: url?.split('?')[0], status: response.statusCode, ms }, 'request')
  })
}
