import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { StartUpError } from '../start-up-error.ts'

type Address = {
  /** 0 is any free one. */
  port: number
  host: string
  /** Whether other workers listen on it too. */
  sharesPort?: boolean
}

/** Takes the port and resolves with its number. Rejects with a StartUpError. */
export function listen(server: Server, { port, host, sharesPort = false }: Address): Promise<number> {
  // Linux deals connections out to all sockets of a port. Elsewhere workers share one socket, from which the quickest
  // takes them: those who come first may all end up with the same worker, and stay there.
  const reusePort = sharesPort && process.platform === 'linux'
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
    server.listen({ port, host, reusePort }, () => done((server.address() as AddressInfo).port))
  })
}
