import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { languages } from './all.ts'
import { build } from './build.ts'
import { asCommands, bundle } from './bundle.ts'
import { choose } from './choice.ts'
import { envLine } from './env-line.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const sh = (commands: string) => execFileSync('sh', ['-c', commands], { cwd: folder, encoding: 'utf8' })

describe('pasted into a shell, Copy all writes exactly the files', () => {
  const api = { identifier: `urn:$(id)\`id\`'"\\EOF`, signingAlgorithm: 'HS256', scopes: ['read:orders'] }
  const input = { api, issuer: 'http://localhost:4000/', port: 3001 }

  test.each(languages.map(({ slug }) => slug))('%s', (language) => {
    const files = bundle(build(choose({ language }), input, 'a-client'))
    sh(asCommands(files))
    expect(files.length).toBeGreaterThan(1)
    for (const { path, text } of files) expect(readFileSync(join(folder, path), 'utf8'), path).toBe(text)
  })
})

test.each(['plain', `it's "$HOME" \`id\` \\n # !`, "''"])(
  'a shell reads the secret %s back from .env',
  (secret) => {
    writeFileSync(join(folder, '.env'), `${envLine('AUTH0_CLIENT_SECRET', secret)}\n`)
    expect(sh(`set -a; . ./.env; set +a; printenv AUTH0_CLIENT_SECRET`)).toBe(`${secret}\n`)
  },
)
