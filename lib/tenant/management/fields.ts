import { z } from 'zod'
import { booleanParam } from './paging.ts'

export const fieldsParams = { fields: z.string().optional(), include_fields: booleanParam.optional() }

export type Fields = { fields?: string; include_fields?: boolean }

/** Only the named fields, or with `include_fields=false` all others. `always` are never left out. */
export function pickFields<T extends object>(
  value: T,
  { fields, include_fields = true }: Fields,
  always: string[] = [],
) {
  if (!fields) return value
  const named = fields.split(',').map((field) => field.trim())
  const kept = Object.entries(value).filter(
    ([key]) => always.includes(key) || named.includes(key) === include_fields,
  )
  return Object.fromEntries(kept)
}
