import { setTimeout as pause } from 'node:timers/promises'
import type { DatabaseConnection } from 'kysely'

const giveUpAfterMs = 30_000
const pausesMs = [1, 2, 5, 10, 15, 20, 25]

/**
 * A connection that waits for other processes which hold the SQLite file, without keeping this one from anything
 * else meanwhile: SQLite's own waiting blocks the thread. Rejects with SQLite's error after 30 seconds.
 */
export class PatientConnection implements DatabaseConnection {
  readonly #inner: DatabaseConnection

  constructor(inner: DatabaseConnection) {
    this.#inner = inner
  }

  async executeQuery<Row>(...query: Parameters<DatabaseConnection['executeQuery']>) {
    const givesUpAt = performance.now() + giveUpAfterMs
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.#inner.executeQuery<Row>(...query)
      } catch (error) {
        if (!isBusy(error) || performance.now() > givesUpAt) throw error
        await pause(pausesMs[attempt] ?? 50)
      }
    }
  }

  streamQuery<Row>(...query: Parameters<DatabaseConnection['streamQuery']>) {
    return this.#inner.streamQuery<Row>(...query)
  }
}

const busy = new Set<unknown>([
  5, // SQLITE_BUSY
  261, // SQLITE_BUSY_RECOVERY: another process repairs the file after a crash
])
const isBusy = (error: unknown) => error instanceof Error && 'errcode' in error && busy.has(error.errcode)
