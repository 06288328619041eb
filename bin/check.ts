import { nextBin } from './build.ts'
import { run } from './command.ts'

/** `npm run check`: types, lint and import boundaries, dead code. */
export async function main() {
  await run('route types', nextBin, ['typegen'])
  await run('types', 'node_modules/typescript/bin/tsc', ['--noEmit'])
  await run('lint', 'node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings'])
  await run('dead code', 'node_modules/knip/bin/knip.js', [])
}
