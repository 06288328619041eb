import { buildIfNeeded } from './build.ts'
import { main as check } from './check.ts'
import { main as e2e } from './e2e.ts'
import { main as quickstarts } from './quickstarts.ts'
import { unitTests } from './unit-tests.ts'

/** `npm test`: everything CI runs, quickest complaints first. */
export async function main() {
  await check()
  buildIfNeeded()
  await quickstarts([]) // installs the tools that unit tests of exports are run with too
  await unitTests([])
  await e2e([])
}
