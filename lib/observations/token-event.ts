import { type Reason, reasonOf } from './reason.ts'

/** An entry of the tenant's log; whoever asked for a token chose parts of it, so nothing is taken for granted. */
export type LogEntry = {
  type?: unknown
  date?: unknown
  client_id?: unknown
  audience?: unknown
  scope?: unknown
  ip?: unknown
  user_agent?: unknown
  auth0_client?: unknown
  description?: unknown
  details?: unknown
}

/** Where a request came from, and with which program. */
type Caller = { ip: string; userAgent: string; sdk: string }

type Request = {
  /** ISO 8601, UTC, to the millisecond, by the tenant's clock. */
  at: string
  clientId: string
  /** Empty when the request named none. */
  audience: string
  caller: Caller
}

/** A request for a token by client credentials, and what came of it. */
export type TokenEvent = Request &
  (
    | { outcome: 'issued'; scope: string }
    | { outcome: 'refused'; reason: Reason; said: string; proves: ('client' | 'api')[] }
  )

// What is kept of texts that whoever asked for a token could choose.
const longest = { clientId: 64, audience: 600, scope: 4096, ip: 64, userAgent: 200, sdk: 80, said: 400 }

/** What an entry says of a request for a token (`seccft` and `feccft`); undefined for every other entry. */
export function tokenEvent(entry: LogEntry): TokenEvent | undefined {
  const at = moment(entry.date)
  if (!at || (entry.type !== 'seccft' && entry.type !== 'feccft')) return undefined
  const request = {
    at,
    clientId: text(entry.client_id, longest.clientId),
    audience: text(entry.audience, longest.audience),
    caller: {
      ip: text(entry.ip, longest.ip),
      userAgent: text(entry.user_agent, longest.userAgent),
      sdk: sdkOf(entry.auth0_client),
    },
  }
  if (entry.type === 'seccft' && request.clientId === '') return undefined
  if (entry.type === 'seccft')
    return { ...request, outcome: 'issued', scope: text(scopeOf(entry.scope), longest.scope) }
  const said = text(entry.description, longest.said)
  return { ...request, outcome: 'refused', said, ...reasonOf(said) }
}

function moment(date: unknown): string | undefined {
  const at = new Date(typeof date === 'string' ? date : Number.NaN)
  const year = at.getUTCFullYear()
  // Beyond these years ISO 8601 has more digits, and texts no longer sort as their times do.
  return year >= 1970 && year <= 9999 ? at.toISOString() : undefined
}

const scopeOf = (scope: unknown) => (Array.isArray(scope) ? scope.join(' ') : scope)

/** "node-auth0 7.1.0" */
function sdkOf(client: unknown): string {
  if (typeof client !== 'object' || client === null) return ''
  const name = 'name' in client && typeof client.name === 'string' ? client.name : ''
  const version = 'version' in client && typeof client.version === 'string' ? client.version : ''
  return text(`${name} ${version}`.trim(), longest.sdk)
}

/** At most so many characters of it, and none that a database can't hold. */
const text = (value: unknown, most: number) =>
  typeof value === 'string' ? value.slice(0, most).replaceAll('\0', '').toWellFormed() : ''

/** A new secret of a client: made with the client, rotated, or chosen. Undefined for every other entry. */
export function secretEvent({ type, date, details }: LogEntry): { clientId: string; at: string } | undefined {
  const at = moment(date)
  const { request, response } = Object(details)
  const { method, path, body } = Object(request)
  const status = Object(response).statusCode
  if (type !== 'sapi' || !at || !(status >= 200 && status < 300)) return undefined

  const call = `${String(method).toUpperCase()} ${String(path)}`
  if (/^POST \S*\/clients$/.test(call)) return secretOf(Object(Object(response).body).client_id, at)
  const [, id, rotated] = /^(?:POST|PATCH) \S*\/clients\/([^/\s]+)(\/rotate-secret)?$/.exec(call) ?? []
  if (!id || (!rotated && !('client_secret' in Object(body)))) return undefined
  return secretOf(id, at)
}

const secretOf = (id: unknown, at: string) => {
  const clientId = text(id, longest.clientId)
  return clientId ? { clientId, at } : undefined
}
