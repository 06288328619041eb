/** What `read` resolves with, read again by the first caller after `ms` milliseconds. A failure is not kept. */
export function freshFor<T>(ms: number, read: () => Promise<T>): () => Promise<T> {
  let value: Promise<T> | undefined
  let readAt = 0

  return () => {
    const now = performance.now()
    if (value && now - readAt <= ms) return value

    readAt = now
    const reading = read()
    value = reading
    reading.catch(() => {
      if (value === reading) value = undefined
    })
    return reading
  }
}
