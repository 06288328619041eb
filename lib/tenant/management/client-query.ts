import { z } from 'zod'
import { ManagementError } from './errors.ts'
import { fieldsParams } from './fields.ts'
import { booleanParam, byCheckpoint, type Paging, pagingParams, perPageOrNone } from './paging.ts'

export const clientQuery = z.object(fieldsParams)

export const clientList = z.object({
  ...fieldsParams,
  ...pagingParams,
  per_page: perPageOrNone,
  is_global: booleanParam.optional(),
  is_first_party: booleanParam.optional(),
  app_type: z.string().optional(),
  external_client_id: z.string().max(120).optional(),
  q: z.string().optional(),
})

/**
 * Whose grants `q` asks for. Throws a 400 for anything but the two filters that Auth0 knows, and where pages
 * are asked for instead of a checkpoint.
 */
export function grantedTo({ q, ...paging }: { q?: string } & Paging) {
  if (q === undefined) return undefined
  if (!byCheckpoint(paging)) throw refusal('The q parameter needs checkpoint pagination: from or take.')
  if (q === 'client_grant.allow_any_organization:true') return 'any organization'
  if (/^client_grant\.organization_id:\S+$/.test(q)) return 'one organization'
  throw refusal(
    'The q parameter takes client_grant.organization_id or client_grant.allow_any_organization:true.',
  )
}

const refusal = (message: string) =>
  new ManagementError(400, `Query validation error: '${message}'`, 'invalid_query_string')
