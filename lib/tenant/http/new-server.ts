import { createServer, type IncomingMessage, type ServerOptions, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'

export type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

const limits: ServerOptions = {
  // A token with every scope of the Management API is 8 to 16 kB, and a browser adds its cookies.
  maxHeaderSize: 64 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 1000,
  // Longer than load balancers keep a connection (60 seconds), so that it is them who let go, and than Auth0's deploy
  // CLI computes between two requests, which uses a connection that has ended meanwhile without noticing.
  keepAliveTimeout: 120_000,
}
const maxHeadersCount = 200

/**
 * A server for plain HTTP, or one for HTTPS (TLS 1.2 or newer), which has no certificate yet. Who sends slowly, or
 * too much before the body, is refused by Node.js itself with 408 or 431.
 */
export const newServer = (handler: Handler, timeouts: ServerOptions = {}) =>
  Object.assign(createServer({ ...limits, ...timeouts }, handler), { maxHeadersCount })
export const newTlsServer = (handler: Handler) =>
  Object.assign(createTlsServer(limits, handler), { maxHeadersCount })
