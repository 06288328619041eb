import { once } from 'node:events'
import { createServer } from 'node:net'

/** Below every system's range for outgoing connections: one of those could take the port before it is used. */
const [first, last] = [11_000, 32_000]

/** What this process was given, it may not listen on yet. */
const given = new Set<number>()

/**
 * A TCP port that nobody listens on at this moment, and that this process was not given before; with `inARow` as many
 * after one another, of which it is the first.
 */
export async function freePort(inARow = 1): Promise<number> {
  const start = first + Math.floor(Math.random() * (last - first))
  const ports = Array.from({ length: inARow }, (_, index) => start + index)
  if (ports.some((port) => given.has(port))) return freePort(inARow)
  for (const port of ports) given.add(port)
  for (const port of ports) if (!(await isFree(port))) return freePort(inARow)
  return start
}

async function isFree(port: number) {
  const probe = createServer().listen(port, '127.0.0.1')
  try {
    await once(probe, 'listening')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return false
    throw error
  }
  probe.close()
  await once(probe, 'close')
  return true
}
