import type { z } from 'zod'
import type { ManagementScope } from '../management-scopes.ts'
import type { Tenant } from '../tenant.ts'

/** One authorized and validated call of an endpoint. */
export type Call<Query = unknown, Body = unknown> = {
  tenant: Tenant
  query: Query
  body: Body
  /** A decoded path parameter; the path of the route has it. */
  param(name: string): string
  /** Whether the caller's token has this scope. */
  may(scope: Scope): boolean
}

/** What a token needs for an endpoint: one of the scopes, or with `allOf` each of them. */
export type RequiredScopes = Scope[] | { allOf: Scope[] }

// Newer than the list of scopes that tenants hand out.
type Scope = ManagementScope | 'read:client_summary'

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
type Schemas<Query, Body> = { query?: z.ZodType<Query>; body?: z.ZodType<Body> }

/** An endpoint as data: a row of the table in routes.ts. */
export type Route = {
  method: Method
  path: string
  status: 200 | 201 | 204
  scopes: RequiredScopes
  schemas: Schemas<unknown, unknown>
  handle(call: Call): Promise<unknown>
}

/** Holds a row together: the handler is given what the schemas say, and nothing else. */
export function route<Query = undefined, Body = undefined>(
  method: Method,
  path: string,
  status: Route['status'],
  scopes: RequiredScopes,
  schemas: Schemas<Query, Body>,
  handler: (call: Call<Query, Body>) => Promise<unknown>,
): Route {
  // The router validates with these very schemas before it calls.
  return { method, path, status, scopes, schemas, handle: (call) => handler(call as Call<Query, Body>) }
}
