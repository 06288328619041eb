import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './fixtures'

/** No rule of WCAG 2.2 AA, nor any of axe's own best practices, is broken on the page as it stands. */
export async function expectAccessible(page: Page) {
  // No page has frames from elsewhere, and only what is broken is looked at: that takes half the time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await axe.analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  expect(found).toEqual([])
}
