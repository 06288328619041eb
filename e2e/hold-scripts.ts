import type { Page } from '@playwright/test'

/** Keeps the scripts of the pages that are opened from arriving, as a slow line does, until what it returns is called. */
export async function holdScripts(page: Page): Promise<() => void> {
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  await page.route('**/_next/static/**/*.js', async (route) => {
    await released
    await route.continue()
  })
  return release
}
