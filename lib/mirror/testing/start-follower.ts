import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const resolution = fileURLToPath(new URL('bundler-resolution.ts', import.meta.url))
const program = fileURLToPath(new URL('follower-process.ts', import.meta.url))
const compileCache = fileURLToPath(new URL('../../../node_modules/.cache/node', import.meta.url))

/**
 * A process that follows the tenant of `environment` as a dashboard does. `kill` ends it as a power cut would.
 */
export function startFollower(environment: Record<string, string | undefined>) {
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', resolution, program], {
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache, ...environment },
    stdio: 'inherit',
  })
  const exit = once(child, 'exit')
  return {
    pid: child.pid,
    async kill() {
      child.kill('SIGKILL')
      await exit
    },
  }
}
