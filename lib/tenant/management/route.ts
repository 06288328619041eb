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
  /** What takes long, such as making a key: it must not happen in the transaction of a write. */
  prepare(call: Call): Promise<unknown>
  /** A write runs in a transaction, which `call.tenant.storage` is inside of; with it goes the entry of the log. */
  handle(call: Call, prepared: unknown): Promise<unknown>
}

/** Only a handler that takes what was prepared has a preparation. */
type Preparation<Query, Body, Prepared> = Prepared extends undefined
  ? []
  : [(call: Call<Query, Body>) => Promise<Prepared>]

/** Holds a row together: the handler is given what the schemas say and what was prepared, and nothing else. */
export function route<Query = undefined, Body = undefined, Prepared = undefined>(
  method: Method,
  path: string,
  status: Route['status'],
  scopes: RequiredScopes,
  schemas: Schemas<Query, Body>,
  handler: (call: Call<Query, Body>, prepared: Prepared) => Promise<unknown>,
  ...[prepare]: Preparation<Query, Body, Prepared>
): Route {
  // The router validates with these very schemas before it calls, and hands on what was prepared for this handler.
  return {
    method,
    path,
    status,
    scopes,
    schemas,
    prepare: async (call) => prepare?.(call as Call<Query, Body>),
    handle: (call, prepared) => handler(call as Call<Query, Body>, prepared as Prepared),
  }
}
