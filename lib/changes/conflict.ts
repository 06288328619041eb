import { AppError } from '../errors'
import { same } from './same'
import { whoMade } from './store'

/** The tenant no longer holds what was on screen; nothing was changed. */
export class ConflictError extends AppError {
  /** What the tenant holds now, of the fields in question. */
  readonly current: Record<string, unknown>
  readonly changedBy?: string
  readonly changedAt?: string

  constructor(message: string, current: Record<string, unknown>, by?: { author: string; at: string }) {
    super('conflict', message)
    this.current = current
    this.changedBy = by?.author
    this.changedAt = by?.at
  }
}

/**
 * Compares what was on screen with what the tenant holds, field by field. Fields that already are as wanted don't
 * count: somebody had the same wish. Throws a ConflictError that says who was faster, as far as the record knows.
 */
export async function refuseDrift<Fields extends object>(
  thing: string,
  key: string,
  { from, to }: { from: Partial<Fields>; to: Partial<Fields> },
  current: Fields,
) {
  const names = Object.keys(to) as (keyof Fields & string)[]
  const drifted = names.filter((name) => !same(current[name], from[name]) && !same(current[name], to[name]))
  if (drifted.length === 0) return

  const by = await whoMade(key, (after) => drifted.some((name) => after && same(current[name], after[name])))
  const who = by ? ` by ${by.author}` : ''
  throw new ConflictError(
    `${thing} was changed${who} since you opened it. Nothing was changed now: look at what it says and try again.`,
    Object.fromEntries(drifted.map((name) => [name, current[name]])),
    by,
  )
}
