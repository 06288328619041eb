import type { AccessPicture, MatrixApi, PackedGrant } from './picture'

/** What is read of ten thousand clients and their grants weighs: so nothing is written twice. */
type Written = {
  apis: MatrixApi[]
  ids: string[]
  names: string[]
  types: string[]
  /** Of each client, its place in `types`. */
  typeOf: number[]
  /** Each combination of scopes once, as it stands in a grant. */
  accesses: PackedAccess[]
  /** Of each client, by turns the place of an API and that of the access to it in `accesses`. */
  grants: number[][]
  locked: Record<string, string>
}

type PackedAccess = PackedGrant extends [number, number, ...infer Access] ? Access : never

/** A picture on its way to the browser, as small as it gets. */
export function pictureToText({ apis, clients, grants, locked }: AccessPicture): string {
  const types = [...new Set(clients.map(({ type }) => type))]
  const places = new Map<string, number>()
  const accesses: PackedAccess[] = []
  const placeOf = (access: PackedAccess) => {
    const key = JSON.stringify(access)
    const known = places.get(key)
    if (known !== undefined) return known
    places.set(key, accesses.length)
    return accesses.push(access) - 1
  }
  const ofClients: number[][] = clients.map(() => [])
  for (const [client, api, ...access] of grants) ofClients[client]?.push(api, placeOf(access))
  const written: Written = {
    apis,
    ids: clients.map(({ id }) => id),
    names: clients.map(({ name }) => name),
    types,
    typeOf: clients.map(({ type }) => types.indexOf(type)),
    accesses,
    grants: ofClients,
    locked,
  }
  return JSON.stringify(written)
}

/** The picture that was written, its grants by client. */
export function pictureFromText(text: string): AccessPicture {
  const { apis, ids, names, types, typeOf, accesses, grants, locked }: Written = JSON.parse(text)
  const clients = ids.map((id, row) => ({ id, name: names[row] ?? '', type: types[typeOf[row] ?? 0] ?? '' }))
  const packed = grants.flatMap((own, client) => {
    const ofClient: PackedGrant[] = []
    for (let at = 0; at < own.length; at += 2) {
      const [api, access] = [own[at], accesses[own[at + 1] ?? -1]]
      if (api !== undefined && access) ofClient.push([client, api, ...access])
    }
    return ofClient
  })
  return { apis, clients, grants: packed, locked }
}
