import { resolve } from 'node:path'
import { NewerSchemaError } from '../database/migrate.ts'
import { StartUpError } from './start-up-error.ts'
import { WrongKeyError } from './storage/key-check.ts'

type Explanation = (reason: string) => string

export const ofFolder =
  (dataDir: string): Explanation =>
  (reason) =>
    `The data folder ${resolve(dataDir)} can't be used (${reason}): choose one this user may write with --data-dir.`

export function ofDatabase(databaseUrl: string): Explanation {
  const { host, pathname } = new URL(databaseUrl) // and never the password
  return (reason) =>
    `The database ${host}${pathname} can't be used (${reason}): check DATABASE_URL and the server.`
}

/** Runs a step; what the file system or the database server says against it becomes a sentence. */
export async function explaining<T>(explain: Explanation, step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (error) {
    if (error instanceof NewerSchemaError || error instanceof WrongKeyError) {
      throw new StartUpError(error.message, { cause: error })
    }
    if (error instanceof Error && isFromOutside(error))
      throw new StartUpError(explain(reason(error)), { cause: error })
    throw error
  }
}

/** The driver's timeouts are the only errors of the outside that have no code. */
const isFromOutside = (error: Error) => 'code' in error || /timeout/.test(error.message)

/** Several addresses of one name fail with one error each and an empty message of their own. */
const reason = (error: Error) =>
  error instanceof AggregateError ? error.errors.map(({ message }) => message).join(', ') : error.message
