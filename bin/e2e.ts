import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { startFaultProxy } from '../e2e/fault-proxy.ts'
import { findChromium } from './chromium.ts'
import { run } from './command.ts'
import { freePort } from './free-port.ts'
import { StartError } from './start-error.ts'

/**
 * `npm run e2e [-- playwright arguments]`: starts Grantboard as a new user would, on a fresh data folder
 * and with the fault proxy as the tenant's public address, and walks it in a real browser.
 */
export async function main(args: string[]) {
  const [port, tenantPort] = [await freePort(), await freePort()]
  const folder = mkdtempSync(join(tmpdir(), 'grantboard-e2e-'))
  const proxy = await startFaultProxy({ target: `http://127.0.0.1:${tenantPort}` })
  const env = {
    DATA_DIR: folder,
    TENANT_ISSUER: `${proxy.url}/`,
    TENANT_ADMIN_EMAIL: 'ada@grantboard.example',
    TENANT_ADMIN_PASSWORD: randomBytes(12).toString('hex'),
    TENANT_MANAGEMENT_CLIENT_ID: randomBytes(16).toString('hex'),
    TENANT_MANAGEMENT_CLIENT_SECRET: randomBytes(48).toString('base64url'),
  }
  const grantboard = spawn(
    process.execPath,
    ['bin/run.mjs', 'start', '--port', String(port), '--tenant-port', String(tenantPort)],
    { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const exit = once(grantboard, 'exit')
  try {
    await saysReady(grantboard.stdout)
    await run('end-to-end tests', 'node_modules/@playwright/test/cli.js', ['test', '-c', 'e2e', ...args], {
      ...env,
      CHROMIUM_PATH: findChromium(),
      GRANTBOARD_URL: `http://localhost:${port}`,
      TENANT_URL: proxy.url,
      FAULT_PROXY_CONTROL: proxy.controlUrl,
      SESSION_SECRET: JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8')).sessionSecret,
    })
  } finally {
    grantboard.kill('SIGTERM')
    await exit
    await proxy.close()
    rmSync(folder, { recursive: true, force: true })
  }
  if (grantboard.exitCode !== 0)
    throw new StartError(`Grantboard did not stop cleanly (exit ${grantboard.exitCode}).`)
}

async function saysReady(output: NodeJS.ReadableStream) {
  for await (const line of createInterface(output)) {
    console.log(line)
    if (line.startsWith('Grantboard is ready')) return
  }
  throw new StartError('Grantboard ended before it was ready.')
}
