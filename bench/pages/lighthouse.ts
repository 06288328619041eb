import { chromium } from '@playwright/test'
import lighthouse, { desktopConfig } from 'lighthouse'
import { freePort } from '../../bin/free-port.ts'
import type { Crowded } from './crowded.ts'
import type { BenchPage } from './paths.ts'
import { sessionCookie } from './session.ts'

const categories = ['performance', 'accessibility', 'best-practices']

/** Lighthouse's scores of every page in its desktop profile, and what each page lost points for. */
export async function measureLighthouse(grantboard: Crowded, pages: readonly BenchPage[]) {
  const port = await freePort()
  const browser = await chromium.launch({
    executablePath: grantboard.chromium,
    args: ['--no-sandbox', '--disable-quic', `--remote-debugging-port=${port}`],
  })
  const cookie = `__session=${await sessionCookie(grantboard)}`
  const rows = []
  try {
    for (const { name, path } of pages) {
      const result = await lighthouse(
        grantboard.url + path,
        { port, onlyCategories: categories, extraHeaders: { cookie }, logLevel: 'error' },
        desktopConfig,
      )
      if (!result) throw new Error(`Lighthouse said nothing of ${path}`)
      const { categories: judged, audits } = result.lhr
      const weighed = categories.flatMap((id) => judged[id]?.auditRefs ?? [])
      const lost = weighed.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
      rows.push({
        page: name,
        ...Object.fromEntries(categories.map((id) => [id, Math.round((judged[id]?.score ?? 0) * 100)])),
        'lost points for': lost.map(({ id }) => id).join(', '),
      })
    }
  } finally {
    await browser.close()
  }
  return rows
}
