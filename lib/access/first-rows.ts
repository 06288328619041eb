import type { Draft } from './draft'
import { countRows, type MatrixFilter, type RowView, rowMatcher } from './filter'
import { type AccessPicture, collectAccesses, type Held } from './picture'
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
  const rows: number[] = []
  for (const [row, client] of clients.entries()) {
    if (rows.length === inSight) break
    if (isShown(client)) rows.push(row)
  }
  return {
    pictureText: pictureToText(withRows(picture, rows)),
    partOf: {
      reading,
      clients: clients.length,
      counts: countRows(picture, held, draft, filter),
    },
  }
}

/** The picture with some of its rows, and no access that is held in others only. */
function withRows(picture: AccessPicture, rows: number[]): AccessPicture {
  const { accesses, placeOf } = collectAccesses()
  const grants = rows.map((row) =>
    (picture.grants[row] ?? []).map((place, at) => {
      const access = picture.accesses[place]
      return at % 2 === 1 && access ? placeOf(access) : place
    }),
  )
  return { ...picture, clients: rows.flatMap((row) => picture.clients[row] ?? []), accesses, grants }
}
