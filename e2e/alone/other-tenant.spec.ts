import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../bin/free-port'
import { knownCredentials } from '../../bin/known-credentials'
import { runGrantboard } from '../../bin/run-grantboard'
import { startTenantProcess } from '../../bin/tenant-process'
import { expect, test } from '../fixtures'
import { signIn } from '../sign-in'

test.use({ signedInAs: null })

test('runs against another tenant through the environment alone', async ({ page }) => {
  const port = await freePort()
  const admin = knownCredentials()
  const signInClient = { id: randomBytes(16).toString('hex'), secret: randomBytes(48).toString('base64url') }
  const tenant = await startTenantProcess(await freePort(), mkdtempSync(join(tmpdir(), 'grantboard-')), {
    ...admin,
    TENANT_DASHBOARD_CLIENT_ID: signInClient.id,
    TENANT_DASHBOARD_CLIENT_SECRET: signInClient.secret,
    TENANT_APP_BASE_URL: `http://localhost:${port}`,
  })
  const grantboard = await runGrantboard({
    PORT: String(port),
    AUTH0_DOMAIN: tenant.url,
    AUTH0_CLIENT_ID: signInClient.id,
    AUTH0_CLIENT_SECRET: signInClient.secret,
    AUTH0_SECRET: randomBytes(32).toString('hex'),
    MANAGEMENT_CLIENT_ID: admin.TENANT_MANAGEMENT_CLIENT_ID,
    MANAGEMENT_CLIENT_SECRET: admin.TENANT_MANAGEMENT_CLIENT_SECRET,
    GRANTBOARD_ADMINS: admin.TENANT_ADMIN_EMAIL,
  })

  try {
    await page.goto(`${grantboard.url}/clients`)
    await signIn(page, { email: admin.TENANT_ADMIN_EMAIL, password: admin.TENANT_ADMIN_PASSWORD })

    await expect(page.getByRole('heading', { name: 'Clients' })).toBeVisible()
    await expect(page.getByText(admin.TENANT_MANAGEMENT_CLIENT_ID)).toBeVisible()
    expect(existsSync(join(grantboard.dataFolder, 'tenant.db'))).toBe(false)
  } finally {
    expect(await grantboard.stop()).toBe(0)
    expect(await tenant.stop()).toBe(0)
  }
})
