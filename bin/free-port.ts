import { once } from 'node:events'
import { createServer } from 'node:net'

/** Below every system's range for outgoing connections: one of those could take the port before it is used. */
const [first, last] = [11_000, 32_000]

/** A TCP port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const port = first + Math.floor(Math.random() * (last - first))
  const probe = createServer().listen(port, '127.0.0.1')
  try {
    await once(probe, 'listening')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return freePort()
    throw error
  }
  probe.close()
  await once(probe, 'close')
  return port
}
