/** Why the tenant can't start, in one sentence for the person who started it. */
export class StartUpError extends Error {
  override name = 'StartUpError'
}
