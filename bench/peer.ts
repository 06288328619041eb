import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { untilSaid } from '../bin/until-said.ts'

/** Starts another issuer (`bench/peers/<name>.ts`) as a program of its own; resolves with its token endpoint. */
export async function startPeer(name: string, ...args: string[]) {
  const child = spawn(process.execPath, [`bench/peers/${name}.ts`, ...args], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const exit = once(child, 'exit')
  let url = ''
  const ready = await untilSaid(child.stdout, 'ready', (line) => {
    url = line.split(' ')[1] ?? ''
  })
  if (!ready) throw new Error(`${name} ended before it was ready`)

  return {
    url,
    pid: child.pid ?? 0,
    async stop() {
      child.kill()
      await exit
    },
  }
}
