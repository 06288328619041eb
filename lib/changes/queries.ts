import 'server-only'
import { cache } from 'react'
import { requireAdmin } from '../session'
import { readChanges } from './store'

export const changesPageSize = 50

/** One page (from 1) of what was done through the dashboard, the latest first. No Management API call. */
export const listChanges = cache(async (page: number) => {
  await requireAdmin()
  return readChanges((page - 1) * changesPageSize, changesPageSize)
})

/** The latest changes. No Management API call. */
export const latestChanges = cache(async (count: number) => {
  await requireAdmin()
  const { changes } = await readChanges(0, count)
  return changes
})
