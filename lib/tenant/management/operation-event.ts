import type { IncomingMessage } from 'node:http'
import { eventOf } from '../event.ts'
import type { NewLog } from '../storage/storage.ts'
import { managementAudience, type Tenant } from '../tenant.ts'
import type { Caller } from './authenticate.ts'
import { masked } from './mask.ts'
import { operationName } from './operation-names.ts'
import type { Route } from './route.ts'

/** Longer bodies are not kept, but for what they are about. */
const longestBody = 64 * 1024

/** A call of the Management API by somebody with a valid token. */
export type Operation = {
  tenant: Tenant
  route: Route
  caller: Caller
  request: IncomingMessage
  query: object
  body: unknown
}
type Answer = { statusCode: number; body: unknown }

/**
 * `sapi`: a write and how it was answered, refused or not, with every secret masked.
 * https://auth0.com/docs/deploy-monitor/logs/log-event-type-codes
 */
export async function writeEvent(operation: Operation, { statusCode, body }: Answer): Promise<NewLog> {
  const request = masked(operation.body ?? {})
  const response = masked(body ?? {})
  return eventAbout(operation, 'sapi', {
    ...(response.secrets.length && { accessedSecrets: response.secrets }),
    request: { ...requestOf(operation), body: bounded(request.shown) },
    response: { statusCode, body: bounded(response.shown) },
  })
}

/** `mgmt_api_read`: a read that was answered with secrets; undefined for any other. */
export async function readEvent(operation: Operation, answer: unknown): Promise<NewLog | undefined> {
  // What the log says about secrets is no secret.
  if (operation.route.path.startsWith('/logs')) return undefined
  const { shown, secrets } = masked(answer)
  if (!secrets.length) return undefined
  return eventAbout(operation, 'mgmt_api_read', {
    accessedSecrets: secrets,
    request: { ...requestOf(operation), body: null },
    response: { statusCode: 200, body: subjectOf(shown) },
  })
}

async function eventAbout(operation: Operation, type: string, details: object): Promise<NewLog> {
  const { tenant, route, caller, request } = operation
  const client = caller.clientId ? await tenant.storage.clients.find(caller.clientId) : undefined
  return eventOf(request, tenant, {
    type,
    description: operationName(route),
    client_id: caller.clientId ?? '',
    client_name: client?.name ?? '',
    audience: managementAudience(tenant.issuer),
    details: { ...details },
  })
}

function requestOf({ route, caller, request, query, tenant }: Operation) {
  const { ip, user_agent = '', references } = eventOf(request, tenant, { type: '' })
  return {
    method: route.method.toLowerCase(),
    path: request.url?.split('?')[0],
    query: masked(query).shown,
    userAgent: user_agent,
    ip,
    channel: 'api',
    auth: {
      user: {},
      strategy: 'jwt',
      credentials: { ...(caller.jti && { jti: caller.jti }), scopes: [...caller.scopes] },
    },
    ...(references && { correlation_id: references.correlation_id }),
  }
}

const bounded = (body: unknown) =>
  JSON.stringify(body).length > longestBody ? { ...subjectOf(body), truncated: true } : body

/** What names the object that a body describes. */
function subjectOf(body: unknown) {
  const { id, client_id, user_id, identifier } = Object(body)
  return { id, client_id, user_id, identifier }
}
