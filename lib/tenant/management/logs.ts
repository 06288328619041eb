import type { z } from 'zod'
import type { StoredLog } from '../storage/storage.ts'
import { inexistent } from './errors.ts'
import { pickFields } from './fields.ts'
import { parseLogQuery } from './log-query.ts'
import type { logList } from './logs-schema.ts'
import { byCheckpoint, refuseFarPages, windowOf } from './paging.ts'
import type { Call } from './route.ts'

export async function listLogs({ tenant: { storage }, query }: Call<z.output<typeof logList>>) {
  const filter = parseLogQuery(query.q ?? query.search ?? '')
  const shown = (entries: StoredLog[]) => entries.map((entry) => pickFields(entry, query))
  const { take, skip = 0, from } = windowOf(query)
  if (byCheckpoint(query)) return shown(await storage.logs.listAfter(from, take, filter))

  refuseFarPages(query)
  const newestFirst = query.sort !== 'date:1'
  const logs = shown(await storage.logs.list(filter, { take, skip, newestFirst }))
  if (!query.include_totals) return logs
  return { start: skip, limit: take, length: logs.length, total: await storage.logs.count(filter), logs }
}

export async function getLog({ tenant, param }: Call): Promise<StoredLog> {
  const entry = await tenant.storage.logs.find(param('id'))
  if (!entry) throw inexistent('log')
  return entry
}
