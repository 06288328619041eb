import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { cpuSeconds } from '../cpu-time.ts'
import { childOf } from '../footprint.ts'
import type { Crowded } from './crowded.ts'
import type { BenchPage } from './paths.ts'
import { sessionCookie } from './session.ts'

const loads = 20

/** Milliseconds since the address was asked for, as Chromium on the same machine sees them. */
type Load = { ttfb: number; fcp: number; rows: number }

/** What loading a page over and over costs; `javascript` in kB, gzipped, of the first load with an empty cache. */
export type PageCost = { loads: Load[]; cpuMs: number; calls: number; javascript: number }

/** Loads the page once with an empty cache and then twenty times, in a new profile of the browser. */
export async function measureLoads(grantboard: Crowded, page: BenchPage): Promise<PageCost> {
  const profile = await mkdtemp(join(tmpdir(), 'grantboard-profile-'))
  // Not a private window, as other contexts are: those keep no compiled scripts from one load to the next.
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: grantboard.chromium,
    args: ['--no-sandbox', '--disable-quic'],
  })
  await context.addCookies([
    { name: '__session', value: await sessionCookie(grantboard), url: grantboard.url },
  ])
  const javascript = await firstLoad(context, grantboard, page)
  const dashboard = childOf(grantboard.pid, 'next')
  const before = { cpu: cpuSeconds(dashboard), calls: grantboard.calls() }
  const measured: Load[] = []
  for (let load = 0; load < loads; load++) measured.push(await oneLoad(context, grantboard, page))
  const cost = {
    loads: measured,
    cpuMs: ((cpuSeconds(dashboard) - before.cpu) * 1000) / loads,
    calls: (grantboard.calls() - before.calls) / loads,
    javascript,
  }
  await context.close()
  await rm(profile, { recursive: true })
  return cost
}

async function firstLoad(context: BrowserContext, { url }: Crowded, { path }: BenchPage): Promise<number> {
  const page = await context.newPage()
  const sizes: Promise<number>[] = []
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script') sizes.push(request.sizes().then((size) => size.responseBodySize))
  })
  await open(page, url + path)
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  await page.close()
  return bytes / 1000
}

async function oneLoad(context: BrowserContext, { url }: Crowded, { path, shows }: BenchPage): Promise<Load> {
  const page = await context.newPage()
  await page.addInitScript(timeFirstText, shows)
  await open(page, url + path)
  await page.waitForFunction(() =>
    ['rows', 'first-contentful-paint'].every((name) => performance.getEntriesByName(name).length > 0),
  )
  const load = await page.evaluate(() => {
    const at = (entries: PerformanceEntryList) => entries[0]?.startTime ?? Number.NaN
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    return {
      ttfb: navigation?.responseStart ?? Number.NaN,
      fcp: at(performance.getEntriesByName('first-contentful-paint')),
      rows: at(performance.getEntriesByName('rows')),
    }
  })
  await page.close()
  return load
}

/**
 * Marks as `rows` when the first words in what the selector finds were on screen, whatever else
 * the page's scripts have to do yet: https://w3c.github.io/element-timing/
 */
function timeFirstText(selector: string) {
  const watch = new MutationObserver(() => {
    const inside = document.querySelector(selector)
    if (!inside) return
    const texts = document.createTreeWalker(inside, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement
      if (!element || element.closest('.sr-only') || !texts.currentNode.textContent?.trim()) continue
      element.setAttribute('elementtiming', 'rows')
      return watch.disconnect()
    }
  })
  watch.observe(document, { childList: true, subtree: true })
  new PerformanceObserver((list) => {
    const [painted] = list.getEntries()
    if (painted) performance.mark('rows', { startTime: painted.startTime })
  }).observe({ type: 'element', buffered: true })
}

async function open(page: Page, url: string) {
  const response = await page.goto(url, { waitUntil: 'load' })
  if (!response?.ok()) throw new Error(`${url} answered ${response?.status()}`)
}
