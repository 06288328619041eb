import 'server-only'
import { cache } from 'react'
import { ownClients } from '../clients/own-clients'
import { dashboardDatabase } from '../dashboard-database/database'
import { keptByReading } from '../mirror/kept-by-reading'
import { requireAdmin } from '../session'
import { readSetup } from './read-setup'

const setupNow = keptByReading((db) => readSetup(db, Object.values(ownClients())))

/** How far the tenant is set up. From the mirror, so no Management API call. */
export const getSetup = cache(async () => {
  await requireAdmin()
  const { value } = await setupNow(await dashboardDatabase())
  return value
})
