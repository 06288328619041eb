import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { StartError } from './start-error.ts'

/** What both programs must agree on, made once and kept in the data folder. */
export type Secrets = {
  /** Encrypts the dashboard's session cookies. */
  sessionSecret: string
  dashboardClientId: string
  dashboardClientSecret: string
  managementClientId: string
  managementClientSecret: string
  adminEmail: string
}

/**
 * The data folder (mode 0700) and its secrets (mode 0600), both created when they are missing.
 * Throws a StartError when the folder can't be written or the secrets can't be read.
 */
export function openDataFolder(): { path: string; secrets: Secrets } {
  const path = resolve(process.env.DATA_DIR || '.data')
  const file = join(path, 'secrets.json')
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    chmodSync(path, 0o700)
    const known = readSecrets(file)
    if (known) return { path, secrets: known }

    const secrets = newSecrets()
    writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 })
    renameSync(`${file}.new`, file)
    return { path, secrets }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartError(
      `The data folder ${path} can't be used (${reason}): set DATA_DIR to a folder this user may write.`,
    )
  }
}

function readSecrets(file: string): Secrets | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

function newSecrets(): Secrets {
  const { TENANT_MANAGEMENT_CLIENT_ID, TENANT_MANAGEMENT_CLIENT_SECRET, TENANT_ADMIN_EMAIL } = process.env
  return {
    sessionSecret: randomBytes(32).toString('hex'),
    dashboardClientId: clientId(),
    dashboardClientSecret: randomBytes(48).toString('base64url'),
    managementClientId: TENANT_MANAGEMENT_CLIENT_ID || clientId(),
    managementClientSecret: TENANT_MANAGEMENT_CLIENT_SECRET || randomBytes(48).toString('base64url'),
    adminEmail: TENANT_ADMIN_EMAIL || 'admin@grantboard.local',
  }
}

/** 32 letters and digits, as Auth0 makes them. */
function clientId() {
  return Buffer.from(randomBytes(64))
    .toString('base64')
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 32)
}
