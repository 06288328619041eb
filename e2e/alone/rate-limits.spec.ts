import { knownCredentials } from '../../bin/known-credentials'
import { runGrantboard } from '../../bin/run-grantboard'
import { expect, test } from '../fixtures'
import { signIn } from '../sign-in'

test.use({ signedInAs: null })

const yaml = `resourceServers:
  - name: Orders API
    identifier: urn:orders
    scopes:
      - value: read:orders
clients:
${[1, 2, 3, 4].map((n) => `  - name: worker ${n}\n    app_type: non_interactive\n    grant_types: [client_credentials]`).join('\n')}
clientGrants:
${[1, 2, 3, 4].map((n) => `  - client_id: worker ${n}\n    audience: urn:orders\n    scope: [read:orders]`).join('\n')}
`

test('a tenant that takes two calls a second is filled by a plan, and access is undone', async ({ page }) => {
  const admin = knownCredentials()
  const grantboard = await runGrantboard({ ...admin, TENANT_RATE_LIMITS: 'free' })
  try {
    await page.goto(`${grantboard.url}/import`)
    await signIn(page, { email: admin.TENANT_ADMIN_EMAIL, password: admin.TENANT_ADMIN_PASSWORD })
    await page.waitForURL(`${grantboard.url}/import`) // and until it has loaded: before, nothing typed is taken
    await page.getByLabel('What to import').fill(yaml)
    await page.getByRole('button', { name: 'Review 10 changes' }).click()
    await page.getByRole('button', { name: 'Apply 10 changes' }).click()
    await expect(page.getByText('10 of 10 changes applied.')).toBeVisible({ timeout: 60_000 })

    const changes = page.getByRole('list', { name: 'Changes' }).getByRole('listitem')
    await changes.filter({ hasText: 'Authorize worker 2' }).getByRole('button', { name: 'Undo…' }).click()
    await page.getByRole('button', { name: 'Apply 1 change' }).click()
    await expect(page.getByText('1 of 1 change applied.')).toBeVisible({ timeout: 60_000 })
    await page.goto(`${grantboard.url}/access`)
    await expect(page.getByRole('row', { name: /^worker 1/ })).toContainText('1/1')
    await expect(page.getByRole('row', { name: /^worker 2/ })).not.toContainText('1/1')
  } finally {
    expect(await grantboard.stop()).toBe(0)
  }
})
