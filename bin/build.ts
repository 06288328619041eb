import { spawnSync } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { StartError } from './start-error.ts'

const sources = ['{app,components,lib,public}/**/*', '*.{ts,js,json}']

/** Builds the dashboard unless the last build is newer than everything it was made from. */
export function buildIfNeeded() {
  const built = builtAt()
  if (built !== undefined && newest(sources) <= built) return

  console.log('Building the dashboard; this happens once per version and takes about a minute.')
  const { status, stdout, stderr } = spawnSync(process.execPath, [nextBin, 'build'], {
    encoding: 'utf8',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
  })
  if (status !== 0) throw new StartError(`The dashboard could not be built.\n${stdout}\n${stderr}`)
}

export const nextBin = 'node_modules/next/dist/bin/next'

function builtAt() {
  const marker = '.next/BUILD_ID'
  return existsSync(marker) ? statSync(marker).mtimeMs : undefined
}

function newest(patterns: string[]) {
  const files = globSync(patterns, { exclude: (name) => /\.(test|tsbuildinfo)|next-env/.test(name) })
  return Math.max(...files.map((file) => statSync(file).mtimeMs))
}
