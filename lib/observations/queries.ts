import 'server-only'
import { cache } from 'react'
import { dashboardDatabase } from '../dashboard-database/database'
import { requireAdmin } from '../session'
import { apiUse } from './read/api-usage'
import { callersOf } from './read/callers'
import { clientUse } from './read/client-usage'
import { failuresOf } from './read/failures'
import { observedState } from './read/observed'
import { tokenTotals } from './read/totals'
import type { Span } from './span'

const shownClients = 100
const shownFailures = 50

/** A client's tokens, callers and refused requests. No Management API call. */
export const getClientUsage = cache(async (clientId: string, span: Span) => {
  await requireAdmin()
  const db = await dashboardDatabase()
  const [apis, callers, failures, observed] = await Promise.all([
    clientUse(db, clientId, span, new Date()),
    callersOf(db, clientId),
    failuresOf(db, { clientId }, shownFailures),
    observedState(db),
  ])
  return { apis, callers, failures, observed }
})

/** Who asks for tokens for an API. No Management API call. */
export const getApiUsage = cache(async (audience: string, span: Span) => {
  await requireAdmin()
  const db = await dashboardDatabase()
  const [{ clients, total }, failures, observed] = await Promise.all([
    apiUse(db, audience, span, { now: new Date(), limit: shownClients }),
    failuresOf(db, { audience }, shownFailures),
    observedState(db),
  ])
  return { clients, total, failures, observed }
})

/** What the tenant issued and refused in the last 24 hours, hour by hour. No Management API call. */
export const getTokenTotals = cache(async () => {
  await requireAdmin()
  const db = await dashboardDatabase()
  const [bars, observed] = await Promise.all([tokenTotals(db, '24h', new Date()), observedState(db)])
  return { bars, observed }
})
