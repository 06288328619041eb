import type { AccessPicture } from './picture'

/** What is read of ten thousand clients weighs: so no key and no type is written for each. */
type Written = Omit<AccessPicture, 'clients'> & {
  ids: string[]
  names: string[]
  types: string[]
  /** Of each client, its place in `types`. */
  typeOf: number[]
}

/** A picture on its way to the browser, as small as it gets. */
export function pictureToText({ clients, ...picture }: AccessPicture): string {
  const types = [...new Set(clients.map(({ type }) => type))]
  const written: Written = {
    ...picture,
    ids: clients.map(({ id }) => id),
    names: clients.map(({ name }) => name),
    types,
    typeOf: clients.map(({ type }) => types.indexOf(type)),
  }
  return JSON.stringify(written)
}

/** The picture that was written. */
export function pictureFromText(text: string): AccessPicture {
  const { ids, names, types, typeOf, ...picture }: Written = JSON.parse(text)
  const clients = ids.map((id, row) => ({ id, name: names[row] ?? '', type: types[typeOf[row] ?? 0] ?? '' }))
  return { ...picture, clients }
}
