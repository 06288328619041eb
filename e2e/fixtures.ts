import { generateSessionCookie } from '@auth0/nextjs-auth0/testing'
import { test as base } from '@playwright/test'
import { environment } from './environment'
import { TenantFixture } from './tenant'

export { expect } from '@playwright/test'

type Fixtures = { signedInAs: string | null; session: undefined; tenant: TenantFixture }

/** Tests are signed in as the first admin unless they say `test.use({ signedInAs: … })`; what they seed is removed after. */
export const test = base.extend<Fixtures>({
  signedInAs: [environment.admin.email, { option: true }],

  session: [
    async ({ context, signedInAs }, provide) => {
      if (signedInAs) {
        const value = await generateSessionCookie(
          { user: { sub: `auth0|${signedInAs}`, email: signedInAs, email_verified: true, name: signedInAs } },
          { secret: environment.sessionSecret },
        )
        await context.addCookies([{ name: '__session', value, url: environment.url }])
      }
      await provide(undefined)
    },
    { auto: true },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
  tenant: async ({}, provide) => {
    const tenant = new TenantFixture()
    await provide(tenant)
    await tenant.cleanUp()
  },
})
