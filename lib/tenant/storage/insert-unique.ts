import { isForeignKeyViolation, isUniqueViolation } from '../../database/constraint.ts'
import { DuplicateError, MissingReferenceError } from './storage.ts'

/** Runs an insert; a taken key is a DuplicateError, a row it points to that is gone a MissingReferenceError. */
export async function insertUnique(insert: { execute(): Promise<unknown> }, what: string): Promise<void> {
  try {
    await insert.execute()
  } catch (error) {
    if (isUniqueViolation(error)) throw new DuplicateError(`There is a ${what} already`, { cause: error })
    if (isForeignKeyViolation(error)) {
      throw new MissingReferenceError(`What the ${what} points to is gone`, { cause: error })
    }
    throw error
  }
}
