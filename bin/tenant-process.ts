import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { StartError } from './start-error.ts'
import { untilSaid } from './until-said.ts'

/**
 * The tenant as a program of its own, for tests and benchmarks; resolves when it has said that it is ready.
 * `stop` drains it and resolves with its exit status.
 */
export async function startTenantProcess(
  port: number,
  dataFolder: string,
  env: Record<string, string | undefined> = {},
  flags: string[] = [],
) {
  const child = spawn(
    process.execPath,
    ['bin/run.mjs', 'tenant', '--port', String(port), '--data-dir', dataFolder, ...flags],
    { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const exit = once(child, 'exit')
  const said: string[] = []
  const ready = await untilSaid(child.stdout, 'Tenant ready', (line) => said.push(line))
  if (!ready) throw new StartError('The tenant ended before it was ready.')

  return {
    url: `http://localhost:${port}`,
    child,
    said,
    async stop(): Promise<number | null> {
      child.kill('SIGTERM')
      await exit
      return child.exitCode
    },
  }
}
