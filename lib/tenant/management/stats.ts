import type { Management } from 'auth0'
import { z } from 'zod'
import { ManagementError } from './errors.ts'
import { endOf, startOf } from './moment.ts'
import type { Call } from './route.ts'

const dayMs = 86_400_000
const day = z.string().regex(/^\d{8}$/)
export const statsQuery = z.object({ from: day.optional(), to: day.optional() })

/** What the log still tells of each day on which something happened; the last 30 days unless asked otherwise. */
export async function listDailyStats({
  tenant,
  query,
}: Call<z.output<typeof statsQuery>>): Promise<Management.DailyStats[]> {
  const now = Date.now()
  const from = startOf(dashed(query.from) ?? new Date(now - 30 * dayMs).toISOString().slice(0, 10))
  const to = endOf(dashed(query.to) ?? new Date(now).toISOString().slice(0, 10))
  if (!from || !to) {
    throw new ManagementError(
      400,
      "Query validation error: 'Not a date: from or to'.",
      'invalid_query_string',
    )
  }

  const days = new Map<string, Management.DailyStats>()
  for (const { day, type, count } of await tenant.storage.logs.countByDay(['s', 'ss'], { from, to })) {
    const date = `${day}T00:00:00.000Z`
    const known = days.get(day) ?? { date, logins: 0, signups: 0, leaked_passwords: 0 }
    days.set(day, { ...known, [type === 's' ? 'logins' : 'signups']: count })
  }
  return [...days.values()].map((stats) => ({ ...stats, updated_at: stats.date, created_at: stats.date }))
}

const dashed = (text: string | undefined) => text?.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
