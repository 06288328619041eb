import type { Kysely } from 'kysely'
import type { CounterStore } from './storage.ts'
import type { Tables } from './tables.ts'

const sweepEverySeconds = 300

export function counterStore(db: Kysely<Tables>): CounterStore {
  let lastSweep = 0

  async function sweep() {
    const now = Math.floor(Date.now() / 1000)
    if (now < lastSweep + sweepEverySeconds) return
    lastSweep = now
    await db.deleteFrom('counters').where('ends_at', '<', now).execute()
  }

  return {
    async take(key, { limit, endsAt }) {
      await sweep()
      if (limit <= 0) return { used: 0, taken: false }
      const row = await db
        .insertInto('counters')
        .values({ key, ends_at: endsAt, used: 1 })
        .onConflict((conflict) =>
          conflict
            .columns(['key', 'ends_at'])
            .doUpdateSet((set) => ({ used: set('counters.used', '+', 1) }))
            .where('counters.used', '<', limit),
        )
        .returning('used')
        .executeTakeFirst()
      return row ? { used: row.used, taken: true } : { used: limit, taken: false }
    },
  }
}
