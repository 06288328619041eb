import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './command.ts'
import { freePort } from './free-port.ts'
import { knownCredentials } from './known-credentials.ts'
import { startTenantProcess } from './tenant-process.ts'

/** `npm run conformance -- SCRIPT`: hands a fresh tenant to a script that compares it with a real one. */
export async function main([script = '', ...args]: string[]) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'grantboard-'))
  const credentials = knownCredentials()
  const tenant = await startTenantProcess(await freePort(), dataFolder, credentials)
  try {
    const { TENANT_MANAGEMENT_CLIENT_ID: id, TENANT_MANAGEMENT_CLIENT_SECRET: secret } = credentials
    await run('conformance', script, [
      '--base',
      tenant.url,
      '--client-id',
      id,
      '--client-secret',
      secret,
      ...args,
    ])
  } finally {
    await tenant.stop()
    rmSync(dataFolder, { recursive: true })
  }
}
