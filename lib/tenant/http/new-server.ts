import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'

export type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

const limits = {
  // A token with every scope of the Management API is 8 to 16 kB, and a browser adds its cookies.
  maxHeaderSize: 64 * 1024,
  requestTimeout: 30_000,
}

/** A server for plain HTTP, and one for HTTPS (TLS 1.2 or newer), which has no certificate yet. */
export const newServer = (handler: Handler) => createServer(limits, handler)
export const newTlsServer = (handler: Handler) => createTlsServer(limits, handler)
