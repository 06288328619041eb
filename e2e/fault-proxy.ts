import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/**
 * A request that goes wrong: `path` is a regular expression, `times` how often (for good when absent), `every` makes
 * it only each so-manieth one that matches.
 */
export type Fault = { path: string; method?: string; times?: number; every?: number } & (
  | { kind: 'drop' }
  /** The request is passed on and carried out; its answer never arrives, and the line is cut. */
  | { kind: 'lose' }
  /** The request is passed on and carried out; its answer never arrives, and the line stays open. */
  | { kind: 'hush' }
  /** Milliseconds before the request is passed on. */
  | { kind: 'delay'; for: number }
  | { kind: 'answer'; status: number; body: string; headers?: Record<string, string> }
)

/** What is made of the tenant's answer, parsed, to this request: "/api/v2/logs?take=100". */
type Rewrite = (url: string, answer: unknown) => unknown

/** "GET /api/v2/clients", in order; "(background) GET /api/v2/clients" when no person waits for it. */
export type Seen = string

/**
 * A line between dashboard and tenant that breaks on request. The control port takes POST /faults (a list, replacing
 * the last one), GET /seen (requests since the last DELETE /seen) and DELETE /seen.
 */
export async function startFaultProxy({ target }: { target: string }) {
  let faults: Counted[] = []
  let seen: Seen[] = []
  let rewrite: Rewrite | undefined

  const line = createServer(async (incoming, outgoing) => {
    const { pathname } = new URL(incoming.url ?? '/', target)
    const isBackground = incoming.headers['x-correlation-id'] === 'grantboard-mirror'
    seen.push(`${isBackground ? '(background) ' : ''}${incoming.method} ${pathname}`)
    const fault = take(faults, incoming.method ?? '', incoming.url ?? '', isBackground)
    if (fault?.kind === 'drop') return incoming.socket.destroy()
    if (fault?.kind === 'answer') {
      outgoing.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers })
      return outgoing.end(fault.body)
    }
    const whole = rewrite && incoming.method === 'GET' ? rewriting(rewrite) : asItIs
    const send = fault?.kind === 'hush' ? hushing : fault?.kind === 'lose' ? losing : whole
    if (fault?.kind === 'delay') setTimeout(() => passOn(target, incoming, outgoing, send), fault.for)
    else passOn(target, incoming, outgoing, send)
  })

  line.keepAliveTimeout = 120_000 // as the tenant: who calls lets go, and never writes into a line that just ended

  const control = createServer(async (incoming, outgoing) => {
    if (incoming.url === '/faults') faults = counted(JSON.parse(await text(incoming)))
    else if (incoming.method === 'DELETE') seen = []
    outgoing.end(JSON.stringify(seen))
  })

  return {
    url: `http://localhost:${await listen(line)}`,
    /** Breaks the line in these ways, and in no others, until told otherwise. */
    breakLine: (...next: Fault[]) => {
      faults = counted(next)
    },
    /** Makes something else of what is read over the line; without a function it is let through as it is. */
    rewriteAnswers: (next?: Rewrite) => {
      rewrite = next
    },
    /** Every request so far. */
    seen: (): readonly Seen[] => seen,
    controlUrl: `http://localhost:${await listen(control)}`,
    async close() {
      for (const server of [line, control]) {
        server.closeAllConnections()
        server.close()
      }
    },
  }
}

async function listen(server: Server) {
  server.listen(0, 'localhost')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

/** With how many requests matched so far. */
type Counted = Fault & { matched: number }
const counted = (faults: Fault[]): Counted[] => faults.map((fault) => ({ ...fault, matched: 0 }))

/** What is to happen so many times only happens to what a person waits for. */
function take(faults: Counted[], method: string, url: string, isBackground: boolean) {
  const fault = faults.find((fault) => {
    const { path, method: only, times, every = 1 } = fault
    if (times === 0 || (isBackground && times) || (only && only !== method)) return false
    return new RegExp(path).test(url) && ++fault.matched % every === 0
  })
  if (fault?.times) fault.times--
  return fault
}

type Send = (answer: IncomingMessage, outgoing: ServerResponse, url: string) => unknown

const asItIs: Send = (answer, outgoing) => {
  outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
  answer.pipe(outgoing)
}

const hushing: Send = (answer) => answer.resume()

const losing: Send = (answer, outgoing) => answer.resume().on('end', () => outgoing.destroy())

const rewriting =
  (rewrite: Rewrite): Send =>
  async (answer, outgoing, url) => {
    const body = await text(answer)
    const rewritten = answer.statusCode === 200 ? JSON.stringify(rewrite(url, JSON.parse(body))) : body
    const { 'content-length': _, ...headers } = answer.headers
    outgoing.writeHead(answer.statusCode ?? 502, headers).end(rewritten)
  }

function passOn(target: string, incoming: IncomingMessage, outgoing: ServerResponse, send: Send) {
  const { method, headers, url = '/' } = incoming
  // A connection of its own: one that was kept alive may be closed by the tenant just when it is used.
  const onward = request(new URL(url, target), { method, headers, agent: false }, (answer) =>
    send(answer, outgoing, url),
  )
  onward.on('error', () => outgoing.destroy())
  incoming.pipe(onward)
}
