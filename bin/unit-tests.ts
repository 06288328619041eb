import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { StartError } from './start-error.ts'

const vitest = ['node_modules/vitest/vitest.mjs', 'run', '-c', 'bin/vitest.config.ts']
/** Between these, every secret of the tests stands whole: they are base64url, or JWTs. */
const separator = /[^\w.-]+/

/**
 * Runs the unit and integration tests with the logs of all their tenants turned up, and fails also when a secret
 * that a test saw was written by any program of the run. The lines of those logs are read and not shown.
 */
export async function unitTests(args: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'unit-tests-'))
  const seen = join(folder, 'secrets')
  const started = performance.now()
  const child = spawn(process.execPath, [...vitest, ...args], {
    env: {
      ...process.env,
      LOG_LEVEL: 'info',
      SECRETS_SEEN: seen,
      ...(process.stdout.isTTY && { FORCE_COLOR: '1' }),
    },
    stdio: ['inherit', 'pipe', 'pipe'],
  })
  const written = new Set<string>()
  const read = async (output: NodeJS.ReadableStream, shown: NodeJS.WritableStream) => {
    for await (const line of createInterface(output)) {
      for (const word of line.split(separator)) written.add(word)
      if (!/^\{"level":[1-4]0,/.test(line)) shown.write(`${line}\n`)
    }
  }
  const [[code]] = await Promise.all([
    once(child, 'exit'),
    read(child.stdout, process.stdout),
    read(child.stderr, process.stderr),
  ])
  const secrets = existsSync(seen) ? readFileSync(seen, 'utf8').trim().split('\n') : []
  rmSync(folder, { recursive: true })

  if (code !== 0) throw new StartError(`unit and integration tests failed (exit ${code}).`)
  const leaked = secrets.filter((secret) => written.has(secret))
  if (leaked.length) {
    throw new StartError(`The tests wrote ${leaked.length} of the ${secrets.length} secrets that they saw.`)
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`unit and integration tests: ok, ${seconds} s; none of ${secrets.length} secrets was written`)
}
