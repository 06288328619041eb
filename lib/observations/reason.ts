/** Why a request for a token was refused, as far as the tenant's words are known. */
export type Reason =
  | 'credentials'
  | 'too_many_attempts'
  | 'grant_type'
  | 'no_audience'
  | 'no_such_api'
  | 'not_authorized'
  | 'scopes'
  | 'scope_syntax'
  | 'organization'
  | 'quota'
  | 'request'
  | 'other'

type Rule = {
  reason: Reason
  pattern: RegExp
  /** What the tenant had made sure of before it refused: that the client is itself, that the API exists. */
  proves: ('client' | 'api')[]
}

/** Auth0's sentences; the order of its checks is: credentials, grant type, API, grant, scopes, quota. */
const rules: Rule[] = [
  { reason: 'too_many_attempts', pattern: /^Too many failed attempts/i, proves: [] },
  {
    reason: 'credentials',
    pattern: /^Unauthorized$|invalid_client|client authentication failed|invalid client secret/i,
    proves: [],
  },
  { reason: 'grant_type', pattern: /^Grant type .{0,200}not allowed for the client/i, proves: ['client'] },
  { reason: 'no_audience', pattern: /^Non-global clients are not allowed/i, proves: ['client'] },
  {
    reason: 'no_such_api',
    pattern: /^Service not (?:found|enabled within domain)/i,
    proves: ['client'],
  },
  {
    reason: 'not_authorized',
    pattern: /^Client .{0,200}is not authorized to access/i,
    proves: ['client', 'api'],
  },
  { reason: 'scopes', pattern: /^Client has not been granted scopes/i, proves: ['client', 'api'] },
  { reason: 'scope_syntax', pattern: /^scope contains invalid/i, proves: ['client', 'api'] },
  { reason: 'organization', pattern: /organization/i, proves: ['client', 'api'] },
  { reason: 'quota', pattern: /quota exceeded/i, proves: ['client', 'api'] },
  { reason: 'request', pattern: /parameter/i, proves: [] },
]

const other: Omit<Rule, 'pattern'> = { reason: 'other', proves: [] }

/** The reason behind what the tenant said, and what the tenant had made sure of by then. */
export const reasonOf = (said: string): Omit<Rule, 'pattern'> =>
  rules.find(({ pattern }) => pattern.test(said)) ?? other
