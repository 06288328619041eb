import type { Access } from '../grants/grant'

/** An API as the matrix shows it: a column, or one for each of its scopes. */
export type MatrixApi = { id: string; identifier: string; name: string; scopes: string[]; isSystem: boolean }

/** A client as the matrix shows it: a row. */
export type MatrixClient = { id: string; name: string; type: string }

/**
 * A grant in a picture: the places of client and API in their lists, those of the scopes in the API's, and what the
 * API no longer defines by name.
 */
export type PackedGrant = [client: number, api: number, scopes: number[] | 'all', gone?: string[]]

/** Who may call what, across all APIs. */
export type AccessPicture = {
  apis: MatrixApi[]
  clients: MatrixClient[]
  grants: PackedGrant[]
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

/** The grants of a picture where they can be looked up. */
export function unpack({ apis, clients, grants }: AccessPicture): Held {
  const held = new Map<string, Map<string, Access>>()
  for (const [row, column, scopes, gone = []] of grants) {
    const [client, api] = [clients[row], apis[column]]
    if (!client || !api) continue
    const access =
      scopes === 'all'
        ? { scope: [], allScopes: true }
        : { scope: [...scopes.flatMap((place) => api.scopes[place] ?? []), ...gone], allScopes: false }
    const own = held.get(client.id) ?? new Map<string, Access>()
    held.set(client.id, own.set(api.identifier, access))
  }
  return held
}

/** An access as a picture has it; the opposite of what `unpack` does with one. */
export function pack(client: number, api: number, access: Access, scopes: readonly string[]): PackedGrant {
  if (access.allScopes) return [client, api, 'all']
  const places = access.scope.map((scope) => scopes.indexOf(scope))
  const gone = access.scope.filter((_, index) => places[index] === -1)
  const known = places.filter((place) => place !== -1)
  return gone.length > 0 ? [client, api, known, gone] : [client, api, known]
}
