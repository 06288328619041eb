import { globSync } from 'node:fs'
import { environment } from './environment'
import { expect, test } from './fixtures'
import { calledActions, serverActions } from './server-actions'

/** Every page behind the sign-in, from the tree itself, so that none can be forgotten. */
const pages = globSync('**/page.tsx', { cwd: 'app/(console)' }).map((file) => `/${file.replace(/\/?page\.tsx$/, '')}`)

const withIds = (path: string, apiId: string, clientId: string) =>
  path.replace('[apiId]', apiId).replace('[clientId]', clientId)

test.describe('without a session', () => {
  test.use({ signedInAs: null })

  for (const path of pages) {
    test(`${path} asks for sign-in and shows nothing`, async ({ page, tenant }) => {
      const [api, client] = [await tenant.resourceServer(), await tenant.client()]
      const url = withIds(path, api.id, client.client_id)
      for (const headers of [{}, { rsc: '1' }]) {
        const response = await page.request.get(url, { maxRedirects: 0, headers })
        expect(response.status()).toBe(307)
        expect(response.headers().location).toContain(`/auth/login?returnTo=${encodeURIComponent(url)}`)
        expect(await response.text()).not.toMatch(new RegExp(`${api.name}|${client.name}`))
      }
    })
  }
})

test.describe('with a session of somebody who is not an admin', () => {
  test.use({ signedInAs: 'jonas@grantboard.example' })

  for (const path of pages) {
    test(`${path} leads to why they may not enter`, async ({ page, tenant }) => {
      const [api, client] = [await tenant.resourceServer(), await tenant.client()]
      const response = await page.request.get(withIds(path, api.id, client.client_id), { maxRedirects: 0 })

      expect(response.status()).toBe(307)
      expect(response.headers().location).toMatch(/\/not-an-admin$/)
      expect(await response.text()).not.toMatch(new RegExp(`${api.name}|${client.name}`))
    })
  }

  test('they are told as whom they are signed in, and can leave', async ({ page }) => {
    await page.goto('/clients')

    await expect(page.getByRole('heading', { name: 'This account may not enter' })).toBeVisible()
    await expect(page.getByText('jonas@grantboard.example')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Sign out' })).toBeVisible()
    await expect(page.getByRole('navigation', { name: 'Main' })).toHaveCount(0)
  })
})
