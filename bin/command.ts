import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { StartError } from './start-error.ts'

/** Runs a tool of the project with this very Node.js, its output in sight. A StartError when it fails. */
export async function run(name: string, script: string, args: string[], env: Record<string, string> = {}) {
  const started = performance.now()
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, ...env },
    stdio: 'inherit',
  })
  const [code, signal] = await once(child, 'exit')
  if (code !== 0) throw new StartError(`${name} failed (${signal ?? `exit ${code}`}).`)
  console.log(`${name}: ok, ${((performance.now() - started) / 1000).toFixed(1)} s`)
}
