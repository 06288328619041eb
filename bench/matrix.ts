import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { generateSessionCookie } from '@auth0/nextjs-auth0/testing'
import { chromium, type Page } from '@playwright/test'
import { knownCredentials } from '../bin/known-credentials.ts'
import { runGrantboard } from '../bin/run-grantboard.ts'
import { writeClients } from './many-clients.ts'
import { scrollThrough } from './matrix-scroll.ts'

const scopes = ['read', 'create', 'update', 'delete', 'export'].map((action) => `${action}:orders`)
const crowd = { clients: 2_000, apis: 200, scopes }
const loads = 7
const presses = 30

/** A matrix of 2,000 clients by 200 APIs with 20,000 grants in a real browser: what it weighs and how fluid it is. */
export async function measureMatrix(executablePath: string) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'grantboard-bench-'))
  const credentials = knownCredentials()
  const env = { ...credentials, DATA_DIR: dataFolder }
  await (await runGrantboard(env)).stop()
  await writeClients(dataFolder, crowd)
  for (const file of ['dashboard.db', 'dashboard.db-shm', 'dashboard.db-wal'])
    await rm(join(dataFolder, file), { force: true })

  const grantboard = await runGrantboard(env)
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-quic'] })
  try {
    await untilMirrored(dataFolder)
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    await context.addCookies([await sessionCookie(grantboard, credentials.TENANT_ADMIN_EMAIL)])
    const page = await context.newPage()
    const shown = []
    for (let load = 0; load < loads; load++) shown.push(await firstPaint(page, `${grantboard.url}/access`))
    const first = shown.toSorted((a, b) => a.paint - b.paint)[Math.floor(loads / 2)] ?? shown[0]
    const down = await scrollThrough(page, { x: 0, y: 300 })
    const across = await scrollThrough(page, { x: 300, y: 0 })
    const both = await scrollThrough(page, { x: 200, y: 300 })
    const move = await pressed(page, 'ArrowDown')
    const toggle = await pressed(page, ' ')
    return [
      { figure: 'first paint, with cells, ms', value: first?.paint, bar: '< 1,000' },
      { figure: 'answers keys after, ms', value: first?.ready, bar: '' },
      { figure: 'document on the wire, kB', value: first?.encoded, bar: '' },
      { figure: 'document unpacked, kB', value: first?.decoded, bar: '' },
      ...[down, across, both].map(({ frames, blank, longest }, index) => ({
        figure: `frames without cells, of ${frames}, scrolling ${['down', 'across', 'both ways'][index]} (longest ${longest} ms)`,
        value: blank,
        bar: '0',
      })),
      { figure: 'arrow key to the cell shown, p50 and longest ms', value: move, bar: '' },
      { figure: 'Space to the cell shown, p50 and longest ms', value: toggle, bar: '' },
      { figure: 'JavaScript heap after all of this, MB', value: await heapMegabytes(page), bar: '< 150' },
    ]
  } finally {
    await browser.close()
    await grantboard.stop()
    await rm(dataFolder, { recursive: true })
  }
}

async function untilMirrored(dataFolder: string) {
  const database = new DatabaseSync(join(dataFolder, 'dashboard.db'), { readOnly: true, timeout: 5000 })
  const count = database.prepare('select count(*) as grants from grants')
  const state = database.prepare('select building from mirror_state')
  const isRead = () => state.get()?.building === null && Number(count.get()?.grants) >= crowd.clients * 10
  while (!isRead()) await pause(250)
  database.close()
}

async function sessionCookie({ url, sessionSecret }: { url: string; sessionSecret: string }, email: string) {
  const user = { sub: `auth0|${email}`, email, email_verified: true, name: email }
  return {
    name: '__session',
    value: await generateSessionCookie({ user }, { secret: sessionSecret }),
    url,
  }
}

/** From the start of the navigation: when cells stood in the first paint, and when the grid answered a key. */
async function firstPaint(page: Page, url: string) {
  await page.goto(url, { waitUntil: 'commit' })
  const cells = page.locator('.matrix-cell')
  await cells.first().waitFor()
  const grid = page.getByRole('grid')
  await grid.focus()
  while ((await page.locator('[data-cursor][data-row="1"]').count()) === 0)
    await page.keyboard.press('ArrowDown')
  return page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN
    const kilobytes = (bytes = Number.NaN) => Math.round(bytes / 1000)
    return {
      paint: Math.round(paint),
      ready: Math.round(performance.now()),
      encoded: kilobytes(navigation?.encodedBodySize),
      decoded: kilobytes(navigation?.decodedBodySize),
    }
  })
}

/** From key presses to the frames after they were handled: "12, 31". */
async function pressed(page: Page, key: string) {
  await page.getByRole('grid').focus()
  for (const key of ['Control+Home', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key)
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { keyTimes: times })
    document.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.onmessage = () => times.push(performance.now() - timeStamp)
          channel.port2.postMessage(undefined)
        })
      },
      { capture: true },
    )
  })
  for (let press = 0; press < presses; press++) {
    await page.keyboard.press(key)
    await page.waitForFunction((count) => Reflect.get(window, 'keyTimes').length > count, press)
  }
  const times: number[] = await page.evaluate(() => Reflect.get(window, 'keyTimes'))
  const sorted = times.toSorted((a, b) => a - b).map(Math.round)
  return `${sorted[Math.floor(sorted.length / 2)]}, ${sorted.at(-1)}`
}

async function heapMegabytes(page: Page) {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return Math.round(usedSize / 1_000_000)
}
