import { z } from 'zod'
import { readableName } from './formats.ts'

const scopes = z
  .array(z.strictObject({ value: z.string().min(1).max(280), description: z.string().max(500).optional() }))
  .max(1000)
  .superRefine((items, context) => {
    const firstAt = new Map<string, number>()
    for (const [index, { value }] of items.entries()) {
      const first = firstAt.get(value)
      if (first !== undefined) {
        context.addIssue({
          code: 'custom',
          message: `Array items are not unique (indexes ${first} and ${index})`,
        })
      }
      firstAt.set(value, index)
    }
  })

const tokenEncryption = z.strictObject({
  format: z.literal('compact-nested-jwe'),
  encryption_key: z.strictObject({
    name: z.string().min(1).max(128).optional(),
    alg: z.enum(['RSA-OAEP-256', 'RSA-OAEP-384', 'RSA-OAEP-512']),
    kid: z.string().min(1).max(128).optional(),
    pem: z.string().min(1).max(4096),
  }),
})

/** The longest lifetime of an access token: 30 days, in seconds. */
const lifetime = z.int().min(0).max(2592000)

const common = {
  name: readableName.max(200).optional(),
  scopes: scopes.optional(),
  signing_alg: z.enum(['HS256', 'RS256', 'RS512', 'PS256']).optional(),
  signing_secret: z.string().min(16).optional(),
  allow_offline_access: z.boolean().optional(),
  allow_online_access: z.boolean().optional(),
  allow_online_access_with_ephemeral_sessions: z.boolean().optional(),
  token_lifetime: lifetime.optional(),
  // Not in the contract, but live tenants take it.
  token_lifetime_for_web: lifetime.optional(),
  token_lifetime_for_anonymous_access_tokens: lifetime.optional(),
  token_dialect: z
    .enum(['access_token', 'access_token_authz', 'rfc9068_profile', 'rfc9068_profile_authz'])
    .optional(),
  skip_consent_for_verifiable_first_party_clients: z.boolean().optional(),
  enforce_policies: z.boolean().optional(),
  token_encryption: tokenEncryption.nullable().optional(),
  consent_policy: z.literal('transactional-authorization-with-mfa').nullable().optional(),
  authorization_details: z.array(z.unknown()).nullable().optional(),
  proof_of_possession: z
    .strictObject({
      mechanism: z.enum(['mtls', 'dpop']),
      required: z.boolean(),
      required_for: z.enum(['public_clients', 'all_clients']).optional(),
    })
    .nullable()
    .optional(),
  subject_type_authorization: z
    .strictObject({
      user: z
        .looseObject({ policy: z.enum(['allow_all', 'deny_all', 'require_client_grant']).optional() })
        .optional(),
      client: z.looseObject({ policy: z.enum(['deny_all', 'require_client_grant']).optional() }).optional(),
      // Newer than the published contract.
      anonymous_user: z
        .looseObject({ policy: z.enum(['deny_all', 'require_client_grant']).optional() })
        .optional(),
    })
    .optional(),
  authorization_policy: z
    .strictObject({ policy_id: z.string().min(1).max(1024) })
    .nullable()
    .optional(),
}

export const createResourceServer = z.strictObject({ identifier: z.string().min(1).max(600), ...common })
export type CreateResourceServer = z.output<typeof createResourceServer>

export const updateResourceServer = z.strictObject(common)
export type UpdateResourceServer = z.output<typeof updateResourceServer>
