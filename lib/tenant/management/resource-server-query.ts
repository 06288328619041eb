import { z } from 'zod'
import { pagingParams } from './paging.ts'

export const resourceServerList = z.object({
  ...pagingParams,
  identifiers: z.union([z.string().transform((one) => [one]), z.array(z.string().min(1)).max(10)]).optional(),
})
