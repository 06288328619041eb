import { z } from 'zod'
import { sized } from './formats.ts'
import { booleanParam, pagingParams } from './paging.ts'

const scope = z.array(z.string().min(1).max(280))
const organizationUsage = z.enum(['deny', 'allow', 'require'])
const subjectType = z.enum(['client', 'user', 'anonymous_user'])
const defaultFor = z.enum(['third_party_clients'])
const authorizationDetailsTypes = z.array(z.string().min(1).max(255)).optional()

export const createClientGrant = z.strictObject({
  client_id: z.string().optional(),
  audience: z.string().min(1),
  default_for: defaultFor.optional(),
  organization_usage: organizationUsage.optional(),
  allow_any_organization: z.boolean().optional(),
  scope: scope.optional(),
  subject_type: subjectType.optional(),
  authorization_details_types: authorizationDetailsTypes,
  allow_all_scopes: z.boolean().optional(),
})
export type CreateClientGrant = z.output<typeof createClientGrant>

export const updateClientGrant = sized(
  z.strictObject({
    scope: scope.nullable().optional(),
    organization_usage: organizationUsage.nullable().optional(),
    allow_any_organization: z.boolean().nullable().optional(),
    authorization_details_types: authorizationDetailsTypes,
    allow_all_scopes: z.boolean().nullable().optional(),
  }),
  1,
)
export type UpdateClientGrant = z.output<typeof updateClientGrant>

export const clientGrantList = z.object({
  ...pagingParams,
  audience: z.string().optional(),
  client_id: z.string().optional(),
  allow_any_organization: booleanParam.optional(),
  subject_type: subjectType.optional(),
  default_for: defaultFor.optional(),
})
