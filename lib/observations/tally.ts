/** What is kept about something that was seen, when it was first and last, in ISO 8601. */
export type Seen = { first_at: string; last_at: string }

/**
 * What was seen, by key, at most `limit` keys: the one not seen for longest makes room. What it ends up with depends
 * on the order of the sightings alone, and not on how often it was loaded and stored in between.
 */
export class Tally<Row extends Seen> {
  readonly #rows: Map<string, Row>
  readonly #limit: number
  readonly #changed = new Set<string>()
  readonly #removed = new Map<string, Row>()

  constructor(rows: readonly (readonly [key: string, row: Row])[], limit: number) {
    this.#rows = new Map(rows)
    this.#limit = limit
  }

  /** Counts a sighting: `add` makes the row of what was not kept so far (`undefined`), or the row that takes its place. */
  see(key: string, add: (known: Row | undefined) => Row): void {
    const row = add(this.#rows.get(key))
    this.#rows.set(key, row)
    this.#changed.add(key)
    if (this.#rows.size > this.#limit) this.#makeRoom()
  }

  /** The rows that are new or changed. */
  changed(): Row[] {
    return [...this.#changed].flatMap((key) => this.#rows.get(key) ?? [])
  }

  /** The rows that made room and did not come back. */
  removed(): Row[] {
    return [...this.#removed].filter(([key]) => !this.#rows.has(key)).map(([, row]) => row)
  }

  #makeRoom() {
    const [key, row] = [...this.#rows].reduce((oldest, one) => (isOlder(one, oldest) ? one : oldest))
    this.#rows.delete(key)
    this.#changed.delete(key)
    this.#removed.set(key, row)
  }
}

const isOlder = ([key, row]: [string, Seen], [otherKey, other]: [string, Seen]) =>
  row.last_at === other.last_at ? key < otherKey : row.last_at < other.last_at

/** The span from the first to the last sighting, with this one in it. */
export const seenAt = (at: string, known: Seen | undefined): Seen => ({
  first_at: known && known.first_at < at ? known.first_at : at,
  last_at: known && known.last_at > at ? known.last_at : at,
})

/** The later of two moments, of which one may be missing. */
export const later = (at: string, known: string | null | undefined): string =>
  known && known > at ? known : at
