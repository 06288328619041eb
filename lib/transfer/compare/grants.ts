import type { NewStep } from '../../changes/set-store'
import { type Access, type Grant, sameAccess } from '../../grants/grant'
import type { GrantItem } from '../document'
import { listed, Refusal, type Verdict } from './comparison'
import type { ApiParty, ClientParty, Parties } from './parties'

export type Pair = { client: ClientParty; api: ApiParty }

/** One key per client and API. */
export const pairKey = (clientId: string, audience: string) => JSON.stringify([clientId, audience])

/** Whom a grant is about, or why that can't be said. */
export function pairOf({ client: meant, audience }: GrantItem, parties: Parties): Pair | Refusal {
  const client = parties.client(meant)
  if (client instanceof Refusal) return client
  const api = parties.api(audience)
  if (api instanceof Refusal) return api
  if (!client) return new Refusal(`The tenant has no client ${meant.name}.`)
  if (!api) return new Refusal(`The tenant has no API ${audience}.`)
  return { client, api }
}

/** Why a grant can't be made as the document says. */
export function refusalOf(
  { access }: GrantItem,
  { api }: Pair,
  held: Grant | undefined,
): Refusal | undefined {
  if (held?.isSystem) return new Refusal('The tenant made this grant itself and keeps it.')
  const unknown = access.scope.filter((scope) => !api.scopes.has(scope))
  if (unknown.length > 0) return new Refusal(`${api.name} has no scope ${listed(unknown)}.`)
}

/** Both accesses in one; `null` is none. */
export function joined(one: Access | null, other: Access): Access {
  if (one?.allScopes || other.allScopes) return { scope: [], allScopes: true }
  return { scope: [...new Set([...(one?.scope ?? []), ...other.scope])], allScopes: false }
}

/** A client and an API by what decides and by what is read. */
type Named = { client: { id: string; name: string }; api: { identifier: string; name: string } }

/** The step from one access to another, unless they are the same. */
export function grantStep({ client, api }: Named, from: Access | null, to: Access | null): NewStep[] {
  if (sameAccess(from, to)) return []
  const of = { clientId: client.id, clientName: client.name, audience: api.identifier, apiName: api.name }
  if (from && to) return [{ change: { kind: 'grant.update', ...of, from, to } }]
  if (to) return [{ change: { kind: 'grant.create', ...of, to } }]
  return from ? [{ change: { kind: 'grant.delete', ...of, from } }] : []
}

/** What becomes of a grant, in words. */
export function grantVerdict(from: Access | null, to: Access): Pick<Verdict, 'outcome' | 'says'> {
  if (sameAccess(from, to)) return { outcome: 'nothing', says: 'It has these scopes.' }
  if (!from) return { outcome: 'create', says: `Authorizes it with ${inWords(to)}.` }
  if (from.allScopes || to.allScopes)
    return { outcome: 'change', says: `Changes ${inWords(from)} to ${inWords(to)}.` }
  const added = to.scope.filter((scope) => !from.scope.includes(scope))
  const removed = from.scope.filter((scope) => !to.scope.includes(scope))
  const says = [
    added.length > 0 && `Adds ${listed(added)}.`,
    removed.length > 0 && `Removes ${listed(removed)}.`,
  ]
  return { outcome: 'change', says: says.filter(Boolean).join(' ') }
}

function inWords({ scope, allScopes }: Access) {
  if (allScopes) return 'all scopes'
  return scope.length === 0 ? 'no scopes' : listed(scope)
}

export const accessOf = (grant: Grant | undefined): Access | null =>
  grant ? { scope: grant.scope, allScopes: grant.allScopes } : null
