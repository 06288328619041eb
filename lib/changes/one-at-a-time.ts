const tails = new Map<string, Promise<unknown>>()

/**
 * Runs `work` after everything that was begun under the same key in this process. Auth0 has no conditional
 * writes, so reading, comparing and writing must not interleave with a colleague's.
 */
export async function oneAtATime<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = tails.get(key)
  const turn = (async () => {
    await before?.catch(() => undefined)
    return work()
  })()
  tails.set(key, turn)
  try {
    return await turn
  } finally {
    if (tails.get(key) === turn) tails.delete(key)
  }
}
