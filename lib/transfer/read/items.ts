import { z } from 'zod'
import type { ApiItem, ClientItem, GrantItem, Position } from '../document'

/*
 * Things in the words of the Management API, as auth0-deploy-cli and our own JSON write them. What a tenant would
 * refuse is found when it is compared with the tenant; here only what can't be understood is.
 */

const list = z.array(z.string()).nullish()

const clientEntry = z.object({
  client_id: z.string().nullish(),
  name: z.string().trim().min(1),
  description: z.string().nullish(),
  app_type: z.string().nullish(),
  grant_types: list,
  token_endpoint_auth_method: z.string().nullish(),
})

const apiEntry = z.object({
  id: z.string().nullish(),
  name: z.string().nullish(),
  identifier: z.string().trim().min(1),
  signing_alg: z.string().nullish(),
  token_lifetime: z.number().nullish(),
  scopes: z.array(z.object({ value: z.string().min(1), description: z.string().nullish() })).nullish(),
})

const grantEntry = z.object({
  id: z.string().nullish(),
  client_id: z.string().trim().nullish(),
  client_name: z.string().trim().nullish(),
  audience: z.string().trim().min(1),
  scope: list,
  allow_all_scopes: z.boolean().nullish(),
  subject_type: z.string().nullish(),
  default_for: z.string().nullish(),
})

/** The client, or why it is none. */
export function clientItem(value: unknown, at: Position): ClientItem | string {
  const parsed = clientEntry.safeParse(value)
  if (!parsed.success) return complaint(parsed.error, value)
  const { client_id, name, description, app_type, grant_types, token_endpoint_auth_method } = parsed.data
  return {
    id: client_id || undefined,
    name,
    description: description ?? '',
    type: app_type || 'non_interactive',
    grantTypes: grant_types ?? [],
    authMethod: token_endpoint_auth_method || undefined,
    at,
  }
}

/** The API with its scopes, or why it is none. */
export function apiItem(value: unknown, at: Position): ApiItem | string {
  const parsed = apiEntry.safeParse(value)
  if (!parsed.success) return complaint(parsed.error, value)
  const { id, name, identifier, signing_alg, token_lifetime, scopes } = parsed.data
  const byValue = new Map((scopes ?? []).map((scope) => [scope.value, scope.description ?? '']))
  return {
    id: id || undefined,
    name: name?.trim() || identifier,
    identifier,
    signingAlgorithm: signing_alg || 'RS256',
    tokenLifetime: token_lifetime ?? undefined,
    scopes: [...byValue].map(([value, description]) => ({ value, description })),
    at,
  }
}

/** The client grant, or why it is none that a client holds for itself. */
export function grantItem(value: unknown, at: Position): GrantItem | string {
  const parsed = grantEntry.safeParse(value)
  if (!parsed.success) return complaint(parsed.error, value)
  const { id, client_id, client_name, audience, scope, allow_all_scopes, subject_type, default_for } =
    parsed.data
  if (default_for) return `It is a default grant for ${default_for} and belongs to no client.`
  if (subject_type && subject_type !== 'client')
    return `It is about tokens of ${subject_type}s, not of clients.`
  const name = client_name || client_id
  if (!name) return 'It has no client_id.'
  const allScopes = allow_all_scopes ?? false
  if (allScopes && scope && scope.length > 0)
    return 'It says all scopes and lists some. Leave out one of the two.'
  return {
    id: id || undefined,
    client: client_id && client_name ? { id: client_id, name } : { name },
    audience,
    access: { scope: [...new Set(scope)], allScopes },
    at,
  }
}

const kinds: Record<string, string> = {
  string: 'text',
  array: 'a list',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
}

function complaint({ issues: [issue] }: z.ZodError, value: unknown) {
  const field = issue?.path.join('.')
  if (!field) return 'It is no object.'
  if (issue?.code === 'too_small') return `Its ${field} is empty.`
  const expected = issue?.code === 'invalid_type' ? kinds[issue.expected] : undefined
  const missing = issue?.path.length === 1 && !(value as Record<string, unknown>)[field]
  return missing ? `It has no ${field}.` : `Its ${field} is not ${expected ?? 'what it should be'}.`
}
