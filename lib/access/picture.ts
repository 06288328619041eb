import type { Access } from '../grants/grant'

/** An API as the matrix shows it: a column, or one for each of its scopes. */
export type MatrixApi = { id: string; identifier: string; name: string; scopes: string[]; isSystem: boolean }

/** A client as the matrix shows it: a row. */
export type MatrixClient = { id: string; name: string; type: string }

/** An access in a picture: the places of its scopes in the API's list, and what the API no longer defines by name. */
export type PackedAccess = [scopes: number[] | 'all', gone?: string[]]

/** Who may call what, across all APIs. Of ten thousand clients it is read in the browser, so nothing is in it twice. */
export type AccessPicture = {
  apis: MatrixApi[]
  clients: MatrixClient[]
  /** Each that somebody holds, once. */
  accesses: PackedAccess[]
  /** Of each client, by turns the place of an API and that of its access to it in `accesses`. */
  grants: number[][]
  /** Why a client's access to an API can't be changed here, by cell key. */
  locked: Record<string, string>
}

/** What each client holds, by client id and audience; what is not there is not granted. */
export type Held = ReadonlyMap<string, ReadonlyMap<string, Access>>

/** What the client holds at the API. */
export const heldAt = (held: Held, clientId: string, audience: string): Access | null =>
  held.get(clientId)?.get(audience) ?? null

/** One client at one API. */
export const cellKey = (clientId: string, audience: string) => `${clientId} ${audience}`

/** The grants of a picture where they can be looked up. Whoever holds the same at an API shares it. */
export function unpack({ apis, clients, accesses, grants }: AccessPicture): Held {
  const held = new Map<string, Map<string, Access>>()
  const met = apis.map(() => new Map<number, Access>())
  for (const [row, client] of clients.entries()) {
    const own = grants[row] ?? []
    const byAudience = new Map<string, Access>()
    for (let at = 0; at < own.length; at += 2) {
      const [column = -1, place = -1] = [own[at], own[at + 1]]
      const [api, known, packed] = [apis[column], met[column], accesses[place]]
      if (!api || !known || !packed) continue
      const access = known.get(place) ?? unpackAccess(packed, api.scopes)
      known.set(place, access)
      byAudience.set(api.identifier, access)
    }
    if (byAudience.size > 0) held.set(client.id, byAudience)
  }
  return held
}

const unpackAccess = ([places, gone = []]: PackedAccess, scopes: readonly string[]): Access =>
  places === 'all'
    ? { scope: [], allScopes: true }
    : { scope: [...places.flatMap((place) => scopes[place] ?? []), ...gone], allScopes: false }

/** An access as a picture has it; the opposite of what `unpack` does with one. */
export function packAccess(access: Access, scopes: readonly string[]): PackedAccess {
  if (access.allScopes) return ['all']
  const places = access.scope.map((scope) => scopes.indexOf(scope))
  const gone = access.scope.filter((_, index) => places[index] === -1)
  const known = places.filter((place) => place !== -1)
  return gone.length > 0 ? [known, gone] : [known]
}

/** Collects the accesses of a picture, each once, and says the place of each in `accesses`. */
export function collectAccesses() {
  const accesses: PackedAccess[] = []
  const places = new Map<string, number>()
  function placeOf(access: PackedAccess): number {
    const key = JSON.stringify(access)
    const place = places.get(key) ?? accesses.push(access) - 1
    places.set(key, place)
    return place
  }
  return { accesses, placeOf }
}
