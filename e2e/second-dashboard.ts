import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from '../bin/free-port.ts'
import { untilSaid } from '../bin/until-said.ts'
import { environment } from './environment'

/**
 * One more dashboard on the same tenant, with a data folder of its own. `kill` ends all of its processes at once, as
 * a power cut would.
 */
export async function startDashboard(dataFolder: string) {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const child = spawn(process.execPath, ['bin/run.mjs', 'dashboard', '--port', String(port)], {
    detached: true, // a process group of its own, which can be killed as one
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      DATA_DIR: dataFolder,
      APP_BASE_URL: url,
      AUTH0_DOMAIN: environment.tenantUrl,
      AUTH0_CLIENT_ID: 'nobody-signs-in-here',
      AUTH0_CLIENT_SECRET: 'nobody-signs-in-here',
      AUTH0_SECRET: environment.sessionSecret,
      MANAGEMENT_CLIENT_ID: environment.management.clientId,
      MANAGEMENT_CLIENT_SECRET: environment.management.clientSecret,
      GRANTBOARD_ADMINS: environment.admin.email,
    },
  })
  const exit = once(child, 'exit')
  if (!(await untilSaid(child.stdout, 'Grantboard is ready'))) throw new Error('The dashboard did not start')
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    if (child.pid !== undefined) process.kill(-child.pid, signal)
    await exit
  }
  return { url, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}
