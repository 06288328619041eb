import type { Server } from 'node:http'

const limitMs = 10_000

/** Takes no new connection, lets what is being answered finish for at most 10 s, then closes every connection. */
export async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()))
  server.closeIdleConnections()
  const limit = setTimeout(() => server.closeAllConnections(), limitMs)
  await closed
  clearTimeout(limit)
}
