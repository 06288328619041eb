import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import { StartError } from './start-error.ts'

/** The one without windows comes first: it is twice as fast. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
]

/**
 * The path of a Chromium to test with: CHROMIUM_PATH, an installed one, Playwright's own (downloaded when
 * missing), or at last Debian's package. A StartError when none can be had.
 */
export function findChromium(): string {
  return (
    process.env.CHROMIUM_PATH ??
    installed() ??
    playwrights() ??
    (attempt('npx', 'playwright', 'install', 'chromium') ? playwrights() : undefined) ??
    (attempt('apt-get', 'update') && attempt('apt-get', 'install', '-y', 'chromium-headless-shell')
      ? installed()
      : undefined) ??
    missing()
  )
}

function installed() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync)
}

function playwrights() {
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

function attempt(command: string, ...args: string[]) {
  console.log(`No Chromium found yet: ${command} ${args.join(' ')}`)
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
}

function missing(): never {
  throw new StartError('No Chromium could be found or installed: install one and name it in CHROMIUM_PATH.')
}
