import { z } from 'zod'
import { fieldsParams } from './fields.ts'
import { booleanParam, pagingParams } from './paging.ts'

export const clientQuery = z.object(fieldsParams)

export const clientList = z.object({
  ...fieldsParams,
  ...pagingParams,
  is_global: booleanParam.optional(),
  is_first_party: booleanParam.optional(),
  app_type: z.string().optional(),
})
