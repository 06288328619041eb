import { defineConfig, devices } from '@playwright/test'

/** Started by `npm run e2e`, which builds, starts both programs on a fresh data folder and sets these variables. */
const { CHROMIUM_PATH, GRANTBOARD_URL } = process.env

export default defineConfig({
  testDir: '.',
  outputDir: '.results',
  reporter: [['list'], ['html', { outputFolder: '.report', open: 'never' }]],
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // Two cores are shared by two browsers, the dashboard and the tenant, and axe looks through whole pages.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    ...devices['Desktop Chrome'],
    baseURL: GRANTBOARD_URL,
    screenshot: 'only-on-failure', // a trace of every story costs half as much again: `--trace retain-on-failure`
    // Contrast is judged on what stands there, not on what is still fading in.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: CHROMIUM_PATH,
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [
    { name: 'console', testIgnore: 'alone/**' },
    // What breaks the tenant's line or changes what everybody sees runs by itself, after everything else.
    {
      name: 'alone',
      testMatch: 'alone/**/*.spec.ts',
      dependencies: ['console'],
      fullyParallel: false,
      workers: 1,
    },
  ],
})
