import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { log } from '../log.ts'
import { managementLimit } from '../rate-limit/limit-management.ts'
import type { Limit } from '../rate-limit/rate-limits.ts'
import { isStorable } from '../storable.ts'
import { CursorError, MissingReferenceError } from '../storage/storage.ts'
import type { Tenant } from '../tenant.ts'
import { absentFeatures } from './absent-features.ts'
import { authenticator } from './authenticate.ts'
import { ManagementError } from './errors.ts'
import { type Operation, readEvent, writeEvent } from './operation-event.ts'
import { readBody } from './request-body.ts'
import type { Call, RequiredScopes } from './route.ts'
import { routes } from './routes.ts'
import { validate } from './validation.ts'

type Env = { Bindings: HttpBindings }

const largestBody = 1024 * 1024

/** Auth0's Management API v2 under `/api/v2`, answering from the tenant's storage. */
export function createManagementApi(tenant: Tenant, limits: Limit[] = []): Hono<Env> {
  const app = new Hono<Env>().basePath('/api/v2')
  const authenticate = authenticator(tenant)
  const count = managementLimit(tenant, limits)

  app.use(bodyLimit({ maxSize: largestBody, onError: refuseLargeBody }))
  for (const route of [...routes, ...absentFeatures]) {
    app.on(route.method, route.path, async (context) => {
      const caller = await authenticate(context.req.header('authorization'))
      await count(context.env.incoming, context.env.outgoing, caller.clientId)
      const query = single(context.req.queries())
      const operation = { tenant, route, caller, request: context.env.incoming, query, body: undefined }
      const answer = await (route.method === 'GET' ? read(operation, context) : write(operation, context))
      return route.status === 204 ? context.body(null, 204) : context.json(answer ?? null, route.status)
    })
  }
  app.notFound((context) => refuse(context, new ManagementError(404, 'Not Found')))
  app.onError((error, context) => refuse(context, asRefusal(error)))
  return app
}

async function read(operation: Operation, context: Context): Promise<unknown> {
  const { tenant, route, caller } = operation
  authorize(route.scopes, caller.scopes)
  const answer = await route.handle(callOf(operation, context), undefined)
  const event = await readEvent(operation, answer)
  if (event) tenant.events.note(event)
  return answer
}

/** What is changed and the log's entry of it are one transaction: whoever reads the log misses no change. */
async function write(operation: Operation, context: Context): Promise<unknown> {
  const { tenant, route, caller } = operation
  try {
    authorize(route.scopes, caller.scopes)
    operation.body = await readBody(context)
    const call = callOf(operation, context)
    const prepared = await route.prepare(call)
    return await tenant.storage.transaction(async (storage) => {
      const inside = { ...tenant, storage }
      const body = await route.handle({ ...call, tenant: inside }, prepared)
      const event = await writeEvent({ ...operation, tenant: inside }, { statusCode: route.status, body })
      await storage.logs.append([event])
      return body
    })
  } catch (error) {
    const refusal = asRefusal(error)
    tenant.events.note(await writeEvent(operation, refusal))
    throw refusal
  }
}

function callOf({ tenant, route, caller, query, body }: Operation, { req }: Context): Call {
  const { method, schemas } = route
  if (!Object.values(query).flat().every(isStorable)) {
    throw new ManagementError(400, 'Query validation error: not a text.', 'invalid_query_string')
  }
  return {
    tenant,
    query: schemas.query && validate(schemas.query, query, 'query'),
    body: schemas.body && validate(schemas.body, body, 'body'),
    param(name) {
      const value = req.param(name)
      if (value === undefined) throw new TypeError(`${method} ${req.routePath} has no parameter ${name}`)
      if (!isStorable(value)) {
        throw new ManagementError(400, `Path validation error on property ${name}.`, 'invalid_uri')
      }
      return value
    },
    may: (scope) => caller.scopes.has(scope),
  }
}

/** A parameter that is given once is a string, one given more often a list. */
const single = (queries: Record<string, string[]>) =>
  Object.fromEntries(
    Object.entries(queries).map(([key, values]) => [key, values.length > 1 ? values : values[0]]),
  )

function authorize(required: RequiredScopes, scopes: Set<string>) {
  const [kind, wanted] = Array.isArray(required) ? ['any', required] : ['all', required.allOf]
  const granted =
    kind === 'any' ? wanted.some((scope) => scopes.has(scope)) : wanted.every((scope) => scopes.has(scope))
  if (granted) return
  throw new ManagementError(
    403,
    `Insufficient scope, expected ${kind} of: ${wanted.join(',')}`,
    'insufficient_scope',
  )
}

function asRefusal(error: unknown): ManagementError {
  if (error instanceof ManagementError) return error
  if (error instanceof CursorError) {
    return new ManagementError(400, 'The provided cursor is invalid.', 'invalid_query_string')
  }
  if (error instanceof MissingReferenceError) {
    return new ManagementError(404, 'The client or resource server does not exist', 'inexistent_reference')
  }
  log.error({ err: error }, 'The Management API failed')
  return new ManagementError(500, 'An internal server error occurred')
}

function refuse(context: Context, { statusCode, errorCode, message, body }: ManagementError) {
  if (statusCode === 401) {
    context.header('www-authenticate', `Bearer error="${message.replaceAll('"', "'")}"`)
  }
  if (errorCode === 'insufficient_scope') {
    context.header('www-authenticate', 'Bearer error="insufficient_scope"')
  }
  return context.json(body, statusCode)
}

function refuseLargeBody(context: Context) {
  // The rest of the body stays unread, so the connection can't carry another request.
  context.header('connection', 'close')
  const message = `Payload content length greater than maximum allowed: ${largestBody}`
  return refuse(context, new ManagementError(413, message))
}
