import { StartError } from './start-error.ts'

/** What the tenant says against a start becomes what the command says. */
export async function refusing<T>(start: Promise<T>): Promise<T> {
  try {
    return await start
  } catch (error) {
    if (error instanceof Error && error.name === 'StartUpError') throw new StartError(error.message)
    throw error
  }
}
