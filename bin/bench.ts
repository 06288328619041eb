import { measureFirstLoad } from '../bench/first-load.ts'
import { measureFootprint } from '../bench/footprint.ts'
import { measureTokens } from '../bench/tokens.ts'
import { buildIfNeeded } from './build.ts'
import { findChromium } from './chromium.ts'
import { knownCredentials } from './known-credentials.ts'
import { runGrantboard } from './run-grantboard.ts'

/** `npm run bench`: what a page weighs, what the programs take, and how fast tokens are issued beside peers. */
export async function main() {
  buildIfNeeded()
  const credentials = knownCredentials()
  const grantboard = await runGrantboard(credentials)
  try {
    const context = { ...grantboard, credentials, chromium: findChromium() }
    console.table(await measureFirstLoad(context))
    console.table(await measureFootprint(context))
    console.table(await measureTokens(context))
  } finally {
    await grantboard.stop()
  }
}
