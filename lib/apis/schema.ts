import { z } from 'zod'
import { maxScopes } from './api'

const name = z
  .string()
  .trim()
  .min(1, 'Give the API a name.')
  .max(200, 'At most 200 characters.')
  .regex(/^[^<>]*$/, 'Leave out < and >. The tenant refuses them in names.')

const identifier = z
  .string()
  .trim()
  .min(1, 'Give the API an identifier.')
  .max(600, 'At most 600 characters.')
  .regex(/^\S*$/, 'Leave out spaces. Clients send the identifier exactly as it stands here.')

/** What an admin says to create an API. */
export const newApiInput = z.object({ name, identifier, signingAlgorithm: z.enum(['RS256', 'HS256']) })
export type NewApiInput = z.input<typeof newApiInput>

/** What an admin may change about an API; shared by the form and the action. */
export const apiInput = z.object({
  name,
  tokenLifetime: z
    .number('Give the lifetime in seconds.')
    .int('Whole seconds.')
    .min(0, 'At least 0 seconds.')
    .max(2_592_000, 'At most 2,592,000 seconds, which is 30 days.'),
})
export type ApiInput = z.input<typeof apiInput>

const newScopeValue = z
  .string()
  .trim()
  .min(1, 'Give the scope a value.')
  .max(280, 'At most 280 characters.')
  .regex(/^\S*$/, 'A scope can’t contain spaces: a space separates two scopes.')
  // scope-token: https://www.rfc-editor.org/rfc/rfc6749#section-3.3
  .regex(/^[\x21\x23-\x5b\x5d-\x7e\s]*$/, 'Letters from a to z, digits and signs such as : . _ - only.')

const scopeDescription = z.string().trim().max(500, 'At most 500 characters.')

export const newScopes = z
  .array(z.object({ value: newScopeValue, description: scopeDescription }))
  .min(1)
  .max(1000, 'An API can have 1,000 scopes.')

export const apiId = z.string().min(1).max(600)
export { identifier as apiIdentifier }

/** A scope that is there, however the tenant came by it. */
export const scopeValue = z.string().min(1).max(280)

export const scopeOfApi = z.object({ id: apiId, value: scopeValue })
export const scopesOfAudience = z.object({
  audience: identifier,
  values: z.array(scopeValue).min(1).max(maxScopes),
})
export const scopeDescriptionChange = z.object({ value: scopeValue, from: z.string(), to: scopeDescription })
