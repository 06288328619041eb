import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** The tenant as a program of its own; resolves when it has said that it is ready. */
export async function startTenantProcess(port: number, dataFolder: string) {
  const child = spawn(
    process.execPath,
    ['bin/run.mjs', 'tenant', '--port', String(port), '--data-dir', dataFolder],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  for await (const line of createInterface(child.stdout)) if (line.startsWith('Tenant ready')) break
  return {
    async stop() {
      const exit = once(child, 'exit')
      child.kill('SIGTERM')
      await exit
    },
  }
}
