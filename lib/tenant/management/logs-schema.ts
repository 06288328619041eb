import { z } from 'zod'
import { fieldsParams } from './fields.ts'
import { pagingParams, perPageOrNone } from './paging.ts'

export const logList = z.object({
  ...fieldsParams,
  ...pagingParams,
  per_page: perPageOrNone,
  sort: z.enum(['date:1', 'date:-1']).optional(),
  q: z.string().optional(),
  /** The older name of `q`. */
  search: z.string().optional(),
})
