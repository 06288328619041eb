'use server'

import { redirect } from 'next/navigation'
import { adminCall } from '../action'
import type { ActionResult } from '../action-state'
import { createSet, submitSet } from '../changes/set-store'
import { AppError } from '../errors'
import { routes } from '../routes'
import { type Judgement, judge } from './judgement'
import { readTenant } from './read-tenant'
import { keepRefusals } from './refusals'
import { type ImportInput, importInput } from './schema'

/** What an import would do, upon what the tenant holds now. Changes nothing. */
export async function judgeImport(input: ImportInput): Promise<ActionResult<Judgement>> {
  return adminCall(importInput, input, async ({ source, exactly, apiId }) => {
    const { steps: _, ...judgement } = judge(bytesOf(source), await readTenant(), { exactly, apiId })
    return judgement
  })
}

/** Plans what can be done of an import and opens the plan. What can't be is kept beside it, by line. */
export async function planImport(input: ImportInput): Promise<ActionResult> {
  return adminCall(importInput, input, async ({ source, exactly, apiId }, admin) => {
    const { steps, verdicts } = judge(bytesOf(source), await readTenant(), { exactly, apiId })
    if (steps.length === 0)
      throw new AppError('conflict', 'The tenant has all of it by now. Nothing was planned.')
    const setId = await createSet({ admin, origin: 'import' }, steps)
    await keepRefusals(setId, verdicts)
    await submitSet(setId, admin)
    redirect(routes.changeSet(setId))
  })
}

const bytesOf = (source: ImportInput['source']) =>
  typeof source === 'string' ? new TextEncoder().encode(source) : source
