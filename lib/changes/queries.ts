import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { dashboardDatabase } from '../dashboard-database/database'
import { callsPerSecond } from '../management/pace'
import { lastEnd } from '../observations/last-token'
import { lastTokensOfPairs, pairKey } from '../observations/read/last-tokens'
import { observedState } from '../observations/read/observed'
import { requireAdmin } from '../session'
import { countActivity, readActivity, readMatchingChanges } from './activity'
import type { ActivityFilter } from './activity-conditions'
import type { ChangeSet } from './change-set'
import { asCsv, asJson } from './export'
import { readLogEntries } from './log-entries'
import { readOpenSets } from './open-sets'
import { setsPerPage, stepsPerPage } from './paging'
import type { Ending, Shift } from './plan/effects'
import { planOf } from './plan/plan'
import { readPicture } from './plan/read-picture'
import { readProgress } from './progress'
import { readSet } from './read-set'
import { lastWriters, readAuthors, readChanges, readRecords } from './records'

/** One page (from 1) of the sets that changed something, the latest first. No Management API call. */
export async function listActivity(filter: ActivityFilter, page: number) {
  await requireAdmin()
  return readActivity(filter, (page - 1) * setsPerPage, setsPerPage)
}

/** Every change that the filter names, as text, the latest first. No Management API call. */
export async function exportActivity(filter: ActivityFilter, format: 'csv' | 'json'): Promise<string> {
  await requireAdmin()
  const changes = await readMatchingChanges(filter)
  return format === 'csv' ? asCsv(changes) : asJson(changes)
}

/**
 * The sets that are not at their end, who ever changed something, and how many sets the filter names here and
 * elsewhere. No Management API call.
 */
export async function activityContext(filter: ActivityFilter) {
  await requireAdmin()
  const [open, authors, counts] = await Promise.all([readOpenSets(), readAuthors(), countActivity(filter)])
  return { open, authors, counts }
}

/** The latest changes. No Management API call. */
export const latestChanges = cache(async (count: number) => {
  await requireAdmin()
  const { changes } = await readChanges(0, count)
  return changes
})

/** The change set, or the not-found page. No Management API call. */
export const getChangeSet = cache(async (setId: string): Promise<ChangeSet> => {
  await requireAdmin()
  return (await readSet(setId)) ?? notFound()
})

/** What the set came to, change by change. No Management API call. */
export const recordsOf = cache(async (setId: string) => {
  await requireAdmin()
  return readRecords(setId)
})

/** One page (from 1) of what the tenant's own log says of a set's calls. No Management API call. */
export async function logEntriesOf(setId: string, page: number) {
  await requireAdmin()
  return readLogEntries(setId, (page - 1) * stepsPerPage, stepsPerPage)
}

/** How far the queue is; null when there is no such set. No Management API call. */
export async function getProgress(setId: string, since: number) {
  await requireAdmin()
  return readProgress(setId, since)
}

/**
 * What applying the set would do, against what the tenant holds now. As many calls as it takes to read the grants
 * of the APIs and the clients that are named, 100 at a time.
 */
export async function getPlan({ steps }: ChangeSet) {
  await requireAdmin()
  const plan = planOf(steps, await readPicture(steps.map(({ change }) => change)))
  const drifted = plan.steps.filter(({ verdict }) => verdict.kind === 'conflict')
  const writers = await lastWriters(drifted.map(({ step }) => step.change))
  const ending = await lastToEnd(plan.effects.losses)
  const perSecond = callsPerSecond()
  return { ...plan, writers, ending, perSecond }
}

/** Of those who lose access, whose tokens go on working the longest, as far as was observed. */
async function lastToEnd(losses: Shift[]): Promise<Ending | undefined> {
  const db = await dashboardDatabase()
  const [{ since }, tokens] = await Promise.all([observedState(db), lastTokensOfPairs(db, losses)])
  const ends = losses.map((loss) => ({
    ...loss,
    since,
    at: tokens.get(pairKey(loss)) ?? null,
    lifetime: loss.tokenLifetime,
  }))
  return lastEnd(ends, new Date())
}
