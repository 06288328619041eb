import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { StartUpError } from '../start-up-error.ts'

/** Takes the port (0: any free one) and resolves with its number. Rejects with a StartUpError. */
export function listen(server: Server, { port, host }: { port: number; host: string }): Promise<number> {
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
    server.listen(port, host, () => done((server.address() as AddressInfo).port))
  })
}
