import 'server-only'
import { cache } from 'react'
import { ownClients } from '../clients/own-clients'
import { dashboardDatabase } from '../dashboard-database/database'
import { requireAdmin } from '../session'
import type { LastToken } from './last-token'
import { apiUse } from './read/api-usage'
import { callersOf } from './read/callers'
import { longestTokenOf } from './read/client-end'
import { clientUse } from './read/client-usage'
import { failuresOf } from './read/failures'
import { lastTokenFor, lastTokensAtApi, lastTokensOf, lastTokensOfClient } from './read/last-tokens'
import { latestToken } from './read/latest-token'
import { observedState } from './read/observed'
import { strangersLately } from './read/strangers'
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

/** What the tenant issued and refused in the last 24 hours, hour by hour, and its last token. No Management API call. */
export const getTokenTotals = cache(async () => {
  await requireAdmin()
  const db = await dashboardDatabase()
  const now = new Date()
  const [bars, strangers, latest, observed] = await Promise.all([
    tokenTotals(db, '24h', now),
    strangersLately(db, now),
    latestToken(db, Object.values(ownClients())),
    observedState(db),
  ])
  return { bars, strangers, latest, observed }
})

/** Since when every token was seen; null when none can be. No Management API call. */
export const getObservedSince = cache(async () => {
  await requireAdmin()
  return (await observedState(await dashboardDatabase())).since
})

/** The last token of a client for each of its APIs, by audience. No Management API call. */
export const getLastTokensOfClient = cache(async (clientId: string) => {
  await requireAdmin()
  const db = await dashboardDatabase()
  const [tokens, { since }] = await Promise.all([lastTokensOfClient(db, clientId), observedState(db)])
  return { lastTokens: Object.fromEntries(tokens), since }
})

/** The last token for an API of each of these clients, by client. No Management API call. */
export async function getLastTokensAtApi(audience: string, clientIds: string[]) {
  await requireAdmin()
  const db = await dashboardDatabase()
  const [tokens, { since }] = await Promise.all([lastTokensAtApi(db, audience, clientIds), observedState(db)])
  return { lastTokens: Object.fromEntries(tokens), since }
}

/** The last token of each of these clients, for whatever API. No Management API call. */
export async function getLastTokensOf(clientIds: string[]) {
  await requireAdmin()
  const db = await dashboardDatabase()
  const [tokens, { since }] = await Promise.all([lastTokensOf(db, clientIds), observedState(db)])
  return { lastTokens: Object.fromEntries(tokens), since }
}

/** The last token for an API, whoever got it. No Management API call. */
export const getLastToken = cache(async (audience: string): Promise<LastToken> => {
  await requireAdmin()
  const db = await dashboardDatabase()
  const [at, { since }] = await Promise.all([lastTokenFor(db, { audience }), observedState(db)])
  return { at, since }
})

/** What of a client's tokens lasts longest; null when nothing can be said. No Management API call. */
export const getLongestToken = cache(async (clientId: string) => {
  await requireAdmin()
  return longestTokenOf(await dashboardDatabase(), clientId, new Date())
})

/** Who asks for tokens in the client's name, the one seen last first. No Management API call. */
export const getCallers = cache(async (clientId: string) => {
  await requireAdmin()
  return callersOf(await dashboardDatabase(), clientId)
})
