/**
 * What `read` resolves with, read again by the first caller after `ms` milliseconds, or by one who has seen another
 * version of it than the last who named one. A failure is not kept.
 */
export function freshFor<T>(ms: number, read: () => Promise<T>): (version?: number) => Promise<T> {
  let value: Promise<T> | undefined
  let readAt = 0
  let known: number | undefined

  return (version = known) => {
    const now = performance.now()
    if (value && version === known && now - readAt <= ms) return value

    readAt = now
    known = version
    const reading = read()
    value = reading
    reading.catch(() => {
      if (value === reading) value = undefined
    })
    return reading
  }
}
