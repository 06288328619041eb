import 'server-only'
import { redirect } from 'next/navigation'
import { AppError } from '../errors'
import { routes } from '../routes'
import type { Admin } from '../session'
import type { Origin } from './change-set'
import { createSet, type NewStep, submitSet } from './set-store'

/** Makes a set of these steps and leads to its plan; without any it throws a conflict that says why, `futile`. */
export async function openPlan(
  admin: Admin,
  origin: Origin,
  steps: NewStep[],
  futile: string,
): Promise<never> {
  if (steps.length === 0) throw new AppError('conflict', `${futile} Nothing was planned.`)
  const setId = await createSet({ admin, origin }, steps)
  await submitSet(setId, admin)
  redirect(routes.changeSet(setId))
}
