import { z } from 'zod'
import type { Page, Window } from '../storage/storage.ts'
import { ManagementError } from './errors.ts'

/** A query parameter that must be an integer within bounds. */
const integerParam = (minimum: number, maximum = Number.MAX_SAFE_INTEGER) =>
  z
    .string()
    .transform((text) => (/^-?\d{1,15}$/.test(text) ? Number(text) : text))
    .pipe(z.int().min(minimum).max(maximum))

/** A query parameter that must be `true` or `false`. */
export const booleanParam = z
  .string()
  .transform((text) => (text === 'true' || text === 'false' ? text === 'true' : text))
  .pipe(z.boolean())

export const pagingParams = {
  page: integerParam(0).optional(),
  per_page: integerParam(1, 100).optional(),
  include_totals: booleanParam.optional(),
  from: z.string().optional(),
  take: integerParam(1, 100).optional(),
}

/** Some lists may be asked for no items at all, just their number. */
export const perPageOrNone = integerParam(0, 100).optional()

export const pagingQuery = z.object(pagingParams)

export type Paging = {
  page?: number
  per_page?: number
  include_totals?: boolean
  from?: string
  take?: number
}

const defaultSize = 50

/** Asking by checkpoint (`from`, `take`) wins over asking by page. */
export const byCheckpoint = ({ from, take }: Paging) => from !== undefined || take !== undefined

/** As at Auth0, only so many items of a list that grows without end can be reached by page. */
const lastByPage = 1000

/** Throws a 400 for a page beyond what can be reached. */
export function refuseFarPages(paging: Paging) {
  const { take, skip = 0 } = windowOf(paging)
  if (byCheckpoint(paging) || skip + take <= lastByPage) return
  const message = `You can only page through the first ${lastByPage} records. Use from and take to read on.`
  throw new ManagementError(400, message, 'invalid_paging')
}

export function windowOf(paging: Paging): Window {
  if (byCheckpoint(paging)) return { take: paging.take ?? defaultSize, from: paging.from }
  const take = paging.per_page ?? defaultSize
  return { take, skip: (paging.page ?? 0) * take, counted: paging.include_totals }
}

/** A list in the shape that was asked for: `{ <key>, next? }`, `{ total, start, limit, <key> }` or an array. */
export function listAnswer<Item>(key: string, paging: Paging, { items, total, next }: Page<Item>) {
  if (byCheckpoint(paging)) return { [key]: items, ...(next && { next }) }
  if (!paging.include_totals) return items
  const { take: limit, skip: start = 0 } = windowOf(paging)
  return { total, start, limit, [key]: items }
}
