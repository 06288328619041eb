/** Counts failures by key in memory. Bounded: beyond `capacity` keys the one longest unseen is forgotten. */
export class Throttle {
  readonly #failures = new Map<string, { count: number; until: number }>()
  readonly #limit: number
  readonly #windowMs: number
  readonly #capacity: number

  constructor({ limit, windowMs, capacity }: { limit: number; windowMs: number; capacity: number }) {
    this.#limit = limit
    this.#windowMs = windowMs
    this.#capacity = capacity
  }

  /** Milliseconds until the key may try again; 0 when it may now. */
  wait(key: string, now = Date.now()): number {
    const entry = this.#failures.get(key)
    return entry && entry.count >= this.#limit ? Math.max(0, entry.until - now) : 0
  }

  /** Like `wait`, and when the key may try now, this try counts until `clear`. */
  take(key: string, now = Date.now()): number {
    const wait = this.wait(key, now)
    if (wait > 0) return wait

    const known = this.#failures.get(key)
    const entry = known && known.until > now ? known : { count: 0, until: now + this.#windowMs }
    entry.count += 1
    this.#failures.delete(key)
    this.#failures.set(key, entry)
    const [oldest] = this.#failures.keys()
    if (this.#failures.size > this.#capacity && oldest !== undefined) this.#failures.delete(oldest)
    return 0
  }

  clear(key: string) {
    this.#failures.delete(key)
  }
}
