import 'server-only'
import { cache } from 'react'
import { ownClients } from '../clients/own-clients'
import { dashboardDatabase } from '../dashboard-database/database'
import { observedState } from '../observations/read/observed'
import { requireAdmin } from '../session'
import { findingsNow } from './read/keep'
import { snoozedFindings } from './read/snoozed'

/** What is worth a look, and what was put aside. No Management API call. */
export const getFindings = cache(async () => {
  await requireAdmin()
  const db = await dashboardDatabase()
  const now = new Date()
  const observed = await observedState(db)
  const [groups, snoozed] = await Promise.all([
    findingsNow(db, { now, since: observed.since, except: Object.values(ownClients()) }),
    snoozedFindings(db, now),
  ])
  return { groups, snoozed, observed }
})
