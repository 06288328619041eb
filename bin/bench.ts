import { measureChangeSets } from '../bench/change-sets.ts'
import { measureMatrix } from '../bench/matrix.ts'
import { measureMirror } from '../bench/mirror.ts'
import { measurePages } from '../bench/pages.ts'
import { measureScale } from '../bench/scale.ts'
import { measureTokens } from '../bench/tokens.ts'
import { buildIfNeeded } from './build.ts'
import { findChromium } from './chromium.ts'
import { StartError } from './start-error.ts'

const parts: Record<string, () => Promise<void>> = {
  pages: async () => {
    buildIfNeeded()
    await measurePages()
  },
  tokens: async () => console.table(await measureTokens()),
  scale: async () => console.table(await measureScale()),
  mirror: async () => console.table(await measureMirror()),
  changes: async () => {
    buildIfNeeded()
    console.table(await measureChangeSets())
  },
  matrix: async () => {
    buildIfNeeded()
    console.table(await measureMatrix(findChromium()))
  },
}

/**
 * `npm run bench [pages] [tokens] [scale] [mirror] [changes] [matrix]`: how fast pages are with 10,000 clients beside
 * 100 and what they weigh, how fast tokens are issued beside peers, what 100,000 clients cost and how they are
 * mirrored, how fast change sets are applied, and how fluid a matrix of 2,000 clients by 200 APIs is. All of it by
 * default.
 */
export async function main(wanted: string[]) {
  const unknown = wanted.find((name) => !parts[name])
  if (unknown) throw new StartError(`There is no benchmark "${unknown}": choose from ${Object.keys(parts)}.`)
  for (const [name, measure] of Object.entries(parts)) {
    if (!wanted.length || wanted.includes(name)) await measure()
  }
}
