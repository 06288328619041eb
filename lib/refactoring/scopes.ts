import { type Api, maxScopes, type Scope } from '../apis/api'
import type { NewStep } from '../changes/set-store'
import { AppError } from '../errors'
import type { Access, Grant } from '../grants/grant'
import { formatNumber } from '../number-text'
import { accessOf, grantStep } from '../transfer/compare/grants'

/** The steps in an order in which no client is ever without what it keeps, and the clients whose grants change. */
export type ScopeChange = { steps: NewStep[]; clients: { id: string; name: string }[] }

/** The grants for the API, and the names of who holds them. */
export type Holders = { clients: { id: string; name: string }[]; grants: Grant[] }

/**
 * Puts scopes in the place of others, at the API and in every grant that lists one of them: one for one renames, one
 * for several splits, several for one merges, and none retires. Grants for all scopes follow by themselves.
 * Throws an AppError for the tenant's own API, or when it would have too many scopes.
 */
export function replaceScopes(holders: Holders, api: Api, retired: string[], put: Scope[]): ScopeChange {
  const replaced = new Set(retired)
  const values = put.map(({ value }) => value)
  const gone = retired.filter((value) => !values.includes(value))
  return change(holders, api, put, gone, ({ scope }) => {
    const first = scope.findIndex((value) => replaced.has(value))
    if (first < 0) return scope
    const kept = (part: string[]) => part.filter((value) => !replaced.has(value))
    return [...new Set([...kept(scope.slice(0, first)), ...values, ...kept(scope.slice(first))])]
  })
}

/** Adds scopes and grants them also to the clients that hold another one. Throws as `replaceScopes` does. */
export function addScopeLike(holders: Holders, api: Api, added: Scope[], like: string): ScopeChange {
  const values = added.map(({ value }) => value)
  return change(holders, api, added, [], ({ scope }) =>
    scope.includes(like) ? [...new Set([...scope, ...values])] : scope,
  )
}

function change(
  { clients, grants }: Holders,
  api: Api,
  put: Scope[],
  gone: string[],
  scopeOf: (grant: Grant) => string[],
): ScopeChange {
  if (api.isSystem)
    throw new AppError('forbidden', `The scopes of ${api.name} belong to the tenant. Nothing was changed.`)
  const has = new Set(api.scopes.map(({ value }) => value))
  const lacking = put.filter(({ value }) => !has.has(value))
  if (has.size + lacking.length > maxScopes)
    throw new AppError(
      'invalid',
      `An API can have ${formatNumber(maxScopes)} scopes; ${api.name} has ${has.size}. Nothing was changed.`,
    )
  const names = new Map(clients.map(({ id, name }) => [id, name]))
  const changed = grants.flatMap((grant) => {
    if (grant.audience !== api.identifier || grant.allScopes || grant.isSystem) return []
    const client = { id: grant.clientId, name: names.get(grant.clientId) ?? grant.clientId }
    const to: Access = { scope: scopeOf(grant), allScopes: false }
    const steps = grantStep({ client, api }, accessOf(grant), to)
    return steps.length > 0 ? [{ client, steps }] : []
  })
  return {
    steps: [
      ...(lacking.length > 0
        ? [{ change: { kind: 'scope.create' as const, apiId: api.id, scopes: lacking } }]
        : []),
      ...changed.flatMap(({ steps }) => steps),
      ...gone
        .filter((value) => has.has(value))
        .map((value) => ({ change: { kind: 'scope.delete' as const, apiId: api.id, value } })),
    ],
    clients: changed.map(({ client }) => client),
  }
}
