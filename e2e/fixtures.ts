import { generateSessionCookie } from '@auth0/nextjs-auth0/testing'
import { test as base } from '@playwright/test'
import { environment } from './environment'
import { untilMirrored } from './mirror'
import { TenantFixture } from './tenant'

export { expect } from '@playwright/test'

type Fixtures = { signedInAs: string | null; session: undefined; tenant: TenantFixture }

/** Tests are signed in as the first admin unless they say `test.use({ signedInAs: … })`; what they seed is removed after. */
export const test = base.extend<Fixtures>({
  signedInAs: [environment.admin.email, { option: true }],

  session: [
    async ({ context, signedInAs }, provide) => {
      if (signedInAs) await context.addCookies([await sessionCookie(signedInAs)])
      await provide(undefined)
    },
    { auto: true },
  ],

  // What a test seeded is seen by the dashboard a moment later; a page is opened after that.
  context: async ({ context }, provide) => {
    context.on('page', (page) => {
      const { goto, reload } = page
      page.goto = async (...args) => {
        await untilMirrored()
        return goto.apply(page, args)
      }
      page.reload = async (...args) => {
        await untilMirrored()
        return reload.apply(page, args)
      }
    })
    await provide(context)
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
  tenant: async ({}, provide) => {
    const tenant = new TenantFixture()
    await provide(tenant)
    await tenant.cleanUp()
  },
})

/** The cookie of somebody who signed in through the tenant with this verified address. */
export async function sessionCookie(email: string) {
  const value = await generateSessionCookie(
    { user: { sub: `auth0|${email}`, email, email_verified: true, name: email } },
    { secret: environment.sessionSecret },
  )
  const { hostname: domain } = new URL(environment.url)
  return {
    name: '__session',
    value,
    domain,
    path: '/',
    expires: -1,
    httpOnly: true,
    secure: false,
    sameSite: 'Lax' as const,
  }
}
