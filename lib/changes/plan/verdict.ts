import { type Access, sameAccess } from '../../grants/grant'
import { formatNumber } from '../../number-text'
import type { Change, ChangeOf, Snapshot } from '../change'
import { createdBy } from '../new-client'
import { same } from '../same'
import { findApi, grantKey, type Picture } from './picture'

/** How a change would end if it were made now. */
export type Verdict = { kind: 'ready' | 'nothing' } | { kind: 'conflict' | 'impossible'; said: string }

/** With what the tenant holds now of what the change is about. */
export type Judged = { verdict: Verdict; held: Snapshot | null }

const ready = { kind: 'ready' } as const
const nothing = { kind: 'nothing' } as const
const impossible = (said: string) => ({ kind: 'impossible', said }) as const

type GrantChange = ChangeOf<'grant.create' | 'grant.update' | 'grant.delete'>
type ScopeChange = ChangeOf<'scope.create' | 'scope.update' | 'scope.delete'>

/** Compares a change with the picture, which is moved on already by the changes before it. */
export function judge(change: Change, picture: Picture): Judged {
  switch (change.kind) {
    case 'grant.create':
    case 'grant.update':
    case 'grant.delete':
      return judgeGrant(change, picture)
    case 'client.update':
    case 'client.delete':
      return judgeClient(change, picture)
    case 'api.create': {
      const owner = picture.apis.get(change.input.identifier)
      return owner ? { verdict: impossible(`${owner.name} has this identifier already.`), held: null } : free
    }
    case 'api.update':
    case 'api.delete':
      return judgeApi(change, picture)
    case 'scope.create':
    case 'scope.update':
    case 'scope.delete':
      return judgeScopes(change, picture)
    case 'settings.update':
      return { verdict: drift(change, picture.settings ?? {}), held: { ...picture.settings } }
    default:
      return free
  }
}

const free = { verdict: ready, held: null }

function judgeGrant(change: GrantChange, picture: Picture): Judged {
  const { clientId, clientName, audience, apiName } = change
  const grant = picture.grants.get(grantKey(clientId, audience))
  const held: Access | null = grant ? { scope: grant.scope, allScopes: grant.allScopes } : null
  const from = change.kind === 'grant.create' ? null : change.from
  const to = change.kind === 'grant.delete' ? null : change.to
  const told = (verdict: Verdict) => ({ verdict, held })

  if (sameAccess(held, to)) return told(nothing)
  if (!createdBy(change) && !picture.clients.has(clientId))
    return told(impossible(`${clientName} is gone from the tenant.`))
  const api = picture.apis.get(audience)
  if (!api) return told(impossible(`${apiName} is gone from the tenant.`))
  if (!sameAccess(held, from)) return told({ kind: 'conflict', said: `It now has ${inWords(held)}.` })
  if (grant?.isSystem) return told(impossible('The tenant made this grant itself and keeps it.'))
  const defined = new Set(api.scopes.map(({ value }) => value))
  const unknown = to?.scope.find((scope) => !defined.has(scope) && !held?.scope.includes(scope))
  if (unknown) return told(impossible(`${api.name} has no scope ${unknown}.`))
  return told(ready)
}

/** An access in a sentence. */
function inWords(access: Access | null) {
  if (!access) return 'no access'
  if (access.allScopes) return 'all scopes'
  if (access.scope.length === 0) return 'access without scopes'
  return access.scope.length === 1 ? access.scope[0] : `${formatNumber(access.scope.length)} scopes`
}

function judgeClient(change: ChangeOf<'client.update' | 'client.delete'>, { clients }: Picture): Judged {
  const client = clients.get(change.clientId)
  if (!client) {
    const verdict =
      change.kind === 'client.delete' ? nothing : impossible('The client is gone from the tenant.')
    return { verdict, held: null }
  }
  const { name, description, type, grantTypes, authMethod } = client
  const held = { name, description, type, grantTypes, authMethod }
  if (change.kind === 'client.update') return { verdict: drift(change, held), held: named(held, change.to) }
  const verdict = client.protectedBecause ? impossible(client.protectedBecause) : ready
  return { verdict, held }
}

function judgeApi(change: ChangeOf<'api.update' | 'api.delete'>, picture: Picture): Judged {
  const api = findApi(picture, change.apiId)
  if (!api) {
    const verdict = change.kind === 'api.delete' ? nothing : impossible('The API is gone from the tenant.')
    return { verdict, held: null }
  }
  const { id: _, isSystem, ...held } = api
  if (isSystem)
    return { verdict: impossible(`${api.name} is the tenant’s own API and stays as it is.`), held }
  if (change.kind === 'api.delete') return { verdict: ready, held }
  return { verdict: drift(change, held), held: named(held, change.to) }
}

function judgeScopes(change: ScopeChange, picture: Picture): Judged {
  const api = findApi(picture, change.apiId)
  if (!api) return { verdict: impossible('The API is gone from the tenant.'), held: null }
  if (api.isSystem)
    return { verdict: impossible(`The scopes of ${api.name} belong to the tenant.`), held: null }
  const known = new Map(api.scopes.map((scope) => [scope.value, scope]))
  if (change.kind === 'scope.create')
    return { verdict: change.scopes.every(({ value }) => known.has(value)) ? nothing : ready, held: null }

  const scope = known.get(change.value)
  const held = scope ? { scopes: [scope] } : null
  if (change.kind === 'scope.delete') return { verdict: scope ? ready : nothing, held }
  if (!scope) return { verdict: impossible(`${api.name} no longer has the scope ${change.value}.`), held }
  if (scope.description === change.to) return { verdict: nothing, held }
  if (scope.description === change.from) return { verdict: ready, held }
  return { verdict: { kind: 'conflict', said: `Its description now is “${scope.description}”.` }, held }
}

function drift({ from, to }: { from: object; to: object }, current: object): Verdict {
  const [was, is] = [new Map(Object.entries(from)), new Map(Object.entries(current))]
  const open = Object.entries(to).filter(([field, value]) => !same(is.get(field), value))
  if (open.length === 0) return nothing
  const drifted = open.find(([field]) => !same(is.get(field), was.get(field)))
  return drifted ? { kind: 'conflict', said: `It now says “${String(is.get(drifted[0]))}”.` } : ready
}

/** The fields that the change names. */
const named = (held: object, to: object) =>
  Object.fromEntries(Object.entries(held).filter(([field]) => field in to))
