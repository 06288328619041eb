import type { Server, ServerResponse } from 'node:http'
import { Server as NetServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** A client that has just been answered may be sending its next request already. */
const idleMs = 250
const limitMs = 10_000

/** Lets a server stop without cutting off anybody. */
export class Drain {
  readonly #server: Server
  readonly #inFlight = new Set<ServerResponse>()
  /** Connections that have asked nothing yet, such as those that browsers open ahead. */
  readonly #silent = new Map<string, Socket>()
  #hasBegun = false

  constructor(server: Server) {
    this.#server = server
    server.on('connection', (socket: Socket) => {
      const peer = peerOf(socket)
      this.#silent.set(peer, socket)
      socket.once('close', () => this.#silent.delete(peer))
    })
  }

  get hasBegun() {
    return this.#hasBegun
  }

  /** To be told of every request before it is answered. */
  watch(response: ServerResponse) {
    this.#silent.delete(peerOf(response.req.socket))
    if (this.#hasBegun) response.shouldKeepAlive = false
    this.#inFlight.add(response)
    response.once('close', () => this.#inFlight.delete(response))
  }

  /**
   * Takes no new connection. Each open one is closed with the answer it is waiting for, or when it stays idle for a
   * moment; after 10 seconds all are. Resolves when none is left.
   */
  async finish(): Promise<void> {
    const server = this.#server
    this.#hasBegun = true
    for (const response of this.#inFlight) response.shouldKeepAlive = false
    const closed = new Promise((done) => server.once('close', done))
    // What http.Server adds to this is closing idle connections at once, under the next request of their clients.
    NetServer.prototype.close.call(server)
    const limit = setTimeout(() => server.closeAllConnections(), limitMs)
    await Promise.race([closed, pause(idleMs)])
    for (const socket of this.#silent.values()) socket.destroy()
    const idle = setInterval(() => server.closeIdleConnections(), 100)
    await closed
    clearInterval(idle)
    clearTimeout(limit)
  }
}

/** The same for a connection and for the TLS inside it. */
const peerOf = ({ remoteAddress, remotePort }: Socket) => `${remoteAddress} ${remotePort}`
