import { z } from 'zod'
import { booleanParam, pagingParams } from './paging.ts'

/** `include_fields` says nothing without `fields`, which these endpoints don't have; it is checked all the same. */
export const resourceServerQuery = z.object({ include_fields: booleanParam.optional() })

export const resourceServerList = z.object({
  ...pagingParams,
  ...resourceServerQuery.shape,
  identifiers: z.union([z.string().transform((one) => [one]), z.array(z.string().min(1)).max(10)]).optional(),
})
