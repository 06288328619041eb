import 'server-only'
import { cache } from 'react'
import { dashboardDatabase } from '../dashboard-database/database'
import { requireAdmin } from '../session'
import { readState } from './state'
import { type LogGap, type MirrorStatus, statusOf } from './status'

/** As of when lists are, and what stands in the way of newer ones. No Management API call. */
export const getMirrorStatus = cache(async (): Promise<MirrorStatus> => {
  await requireAdmin()
  return statusOf(await readState(await dashboardDatabase()))
})

/** From when on the tenant's log was lost for a time, and why; null when it never was. No Management API call. */
export const getLogGap = cache(async (): Promise<LogGap | null> => {
  await requireAdmin()
  const { log_gap, log_complete_since } = (await readState(await dashboardDatabase())) ?? {}
  return log_gap && log_complete_since ? { because: log_gap, until: log_complete_since } : null
})

/** How many clients and APIs the tenant has. No Management API call. */
export const countMirrored = cache(async () => {
  await requireAdmin()
  const db = await dashboardDatabase()
  const count = (table: 'clients' | 'apis') =>
    db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  const [clients, apis] = await Promise.all([count('clients'), count('apis')])
  return { clients: clients.count, apis: apis.count }
})
