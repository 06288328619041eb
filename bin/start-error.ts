/** Why a command can't start, in one sentence for the person who typed it. Ends the process with status 1. */
export class StartError extends Error {
  override name = 'StartError'
}
