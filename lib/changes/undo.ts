import 'server-only'
import { AppError } from '../errors'
import type { Admin } from '../session'
import { invert } from './invert'
import { readRecords } from './records'
import { createSet, type NewStep, submitSet } from './set-store'

/**
 * Makes a set, to be reviewed, of what takes back a set that was applied: all of it, or only these recorded changes.
 * The last change is taken back first. Resolves with the id of the new set; an AppError when nothing can be undone.
 */
export async function planUndo(setId: string, admin: Admin, recordIds?: number[]): Promise<string> {
  const records = await readRecords(setId)
  const chosen = records.filter(({ id, state }) => state === 'applied' && (recordIds?.includes(id) ?? true))
  const open = chosen.filter(({ undone }) => !undone)
  if (chosen.length > 0 && open.length === 0) {
    throw new AppError('conflict', 'This was undone already. Nothing was planned.')
  }
  const inverses = open.toReversed().map((record) => ({ record, inverse: invert(record) }))
  const steps = inverses.flatMap(({ record, inverse }) =>
    'changes' in inverse ? inverse.changes.map((change): NewStep => ({ change, undoes: record.id })) : [],
  )
  if (steps.length === 0) {
    const [first] = inverses.flatMap(({ inverse }) => ('cannot' in inverse ? inverse.cannot : []))
    throw new AppError('invalid', `${first ?? 'Nothing of it was applied.'} Nothing was planned.`)
  }
  const id = await createSet({ admin, origin: 'undo', undoes: setId }, steps)
  await submitSet(id, admin)
  return id
}
