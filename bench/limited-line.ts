import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A line to a tenant that, once it is told to, lets only so many calls of the Management API through in each second.
 * To the others it answers 429, and to each it says what is left, as Auth0 does. Counts both.
 */
export async function startLimitedLine({ target }: { target: string }) {
  let perSecond: number | undefined
  const counts = { calls: 0, refused: 0 }
  let [second, taken] = [0, 0]

  const server = createServer((incoming, outgoing) => {
    const isManagement = incoming.url?.startsWith('/api/v2/') ?? false
    if (perSecond && isManagement) {
      const now = Math.floor(Date.now() / 1000)
      if (now !== second) [second, taken] = [now, 0]
      taken++
      outgoing.setHeader('x-ratelimit-limit', perSecond)
      outgoing.setHeader('x-ratelimit-remaining', Math.max(0, perSecond - taken))
      outgoing.setHeader('x-ratelimit-reset', second + 1)
      if (taken > perSecond) {
        counts.refused++
        incoming.resume()
        outgoing.writeHead(429, { 'content-type': 'application/json' })
        return outgoing.end('{"statusCode":429,"error":"Too Many Requests","message":"Too many requests"}')
      }
    }
    if (isManagement) counts.calls++
    const { method, headers, url = '/' } = incoming
    const onward = request(new URL(url, target), { method, headers, agent: false }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')

  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    counts,
    limitTo(calls: number | undefined) {
      perSecond = calls
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
