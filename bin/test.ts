import { buildIfNeeded } from './build.ts'
import { main as check } from './check.ts'
import { run } from './command.ts'
import { main as e2e } from './e2e.ts'

/** `npm test`: everything CI runs, quickest complaints first. */
export async function main() {
  await check()
  buildIfNeeded()
  await run('unit and integration tests', 'node_modules/vitest/vitest.mjs', [
    'run',
    '-c',
    'bin/vitest.config.ts',
  ])
  await e2e([])
}
