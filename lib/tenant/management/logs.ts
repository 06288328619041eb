import type { z } from 'zod'
import type { StoredLog } from '../storage/storage.ts'
import { inexistent, ManagementError } from './errors.ts'
import { pickFields } from './fields.ts'
import { parseLogQuery } from './log-query.ts'
import type { logList } from './logs-schema.ts'
import { byCheckpoint, windowOf } from './paging.ts'
import type { Call } from './route.ts'

/** What can be reached by page; the rest of a log is read by checkpoint. */
const lastByPage = 1000

export async function listLogs({ tenant: { storage }, query }: Call<z.output<typeof logList>>) {
  const filter = parseLogQuery(query.q ?? query.search ?? '')
  const shown = (entries: StoredLog[]) => entries.map((entry) => pickFields(entry, query))
  const { take, skip = 0, from } = windowOf(query)
  if (byCheckpoint(query)) return shown(await storage.logs.listAfter(from, take, filter))

  if (skip + take > lastByPage) {
    const message = `You can only page through the first ${lastByPage} records. Use the parameters from and take to read on.`
    throw new ManagementError(400, message, 'invalid_paging')
  }
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
