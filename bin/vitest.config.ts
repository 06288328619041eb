import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig({
  root,
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      // A marker that throws outside a React server; under test there is no bundler to hold it against.
      { find: 'server-only', replacement: `${root}node_modules/server-only/empty.js` },
    ],
  },
  test: {
    globalSetup: `${root}bin/vitest-setup.ts`,
    include: ['lib/**/*.test.ts', 'bin/**/*.test.ts', 'components/**/*.test.ts'],
    // Two cores are shared by three workers, their tenants and PostgreSQL: one of them mostly waits.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 3,
  },
})
