import type { Draft } from './draft'
import { countRows, type MatrixFilter, type RowView, rowMatcher } from './filter'
import type { AccessPicture, Held } from './picture'
import { pictureToText } from './picture-text'

/** A tenant with no more clients is sent as a whole. */
const fewClients = 100
/** More rows than a large screen shows. */
const inSight = 40

/** What the matrix begins with: the rows that are in sight, or a picture of the whole tenant if that is small. */
export type FirstRows = {
  /** Of `pictureToText`: React walks through what it sends value by value, and a large tenant has many. */
  pictureText: string
  /** What the rows are a part of; absent when they are all there are. */
  partOf?: {
    /** Names the reading of the tenant that they come from. */
    reading: string
    clients: number
    /** How many rows there are of each view. */
    counts: Record<RowView, number>
  }
}

/** The first of the rows that the filter shows, of this reading of the tenant, with the draft. */
export function firstRows(
  picture: AccessPicture,
  held: Held,
  reading: string,
  draft: Draft,
  filter: MatrixFilter,
): FirstRows {
  const { clients, apis } = picture
  if (clients.length <= fewClients) return { pictureText: pictureToText(picture) }
  const isShown = rowMatcher(apis, held, draft, filter)
  const places = new Map<number, number>()
  for (const [place, client] of clients.entries()) {
    if (places.size === inSight) break
    if (isShown(client)) places.set(place, places.size)
  }
  const part: AccessPicture = {
    ...picture,
    clients: [...places.keys()].flatMap((place) => clients[place] ?? []),
    grants: picture.grants.flatMap(([client, ...grant]) => {
      const place = places.get(client)
      return place === undefined ? [] : [[place, ...grant]]
    }),
  }
  return {
    pictureText: pictureToText(part),
    partOf: {
      reading,
      clients: clients.length,
      counts: countRows(picture, held, draft, filter),
    },
  }
}
