import { expect, test } from 'vitest'
import { draftOf } from './draft'
import { countRows, matrixFilter } from './filter'
import { firstRows } from './first-rows'
import { type AccessPicture, unpack } from './picture'
import { pictureFromText } from './picture-text'

const orders = { id: 'o', identifier: 'urn:orders', name: 'Orders', scopes: ['read:orders'], isSystem: false }

/** Every third client may read orders. */
const tenantOf = (clients: number): AccessPicture => ({
  apis: [orders],
  clients: Array.from({ length: clients }, (_, at) => ({
    id: `c${at}`,
    name: `Client ${at}`,
    type: 'non_interactive',
  })),
  accesses: [[[0]]],
  grants: Array.from({ length: clients }, (_, at) => (at % 3 === 0 ? [0, 0] : [])),
  locked: {},
})

const none = draftOf([])
const first = (picture: AccessPicture, query: Record<string, string> = {}) =>
  firstRows(picture, unpack(picture), 'now', none, matrixFilter(query))

test('a small tenant is there as a whole', () => {
  const picture = tenantOf(100)
  const { pictureText, partOf } = first(picture)
  expect(pictureFromText(pictureText)).toEqual(picture)
  expect(partOf).toBeUndefined()
})

test('of a large one the first rows are, with what they hold and how many there are', () => {
  const picture = tenantOf(1_000)
  const { pictureText, partOf } = first(picture)
  const part = pictureFromText(pictureText)
  expect(part.clients).toEqual(picture.clients.slice(0, 40))
  expect([...unpack(part)]).toEqual([...unpack(picture)].slice(0, 14))
  expect(partOf).toEqual({
    reading: 'now',
    clients: 1_000,
    counts: countRows(picture, unpack(picture), none, matrixFilter({})),
  })
})

test('the first rows are those that the filter shows', () => {
  const { pictureText, partOf } = first(tenantOf(1_000), { scope: 'read:orders', q: '99' })
  const part = pictureFromText(pictureText)
  expect(part.clients.map(({ id }) => id)).toEqual(['c99', 'c399', 'c699', 'c990', 'c993', 'c996', 'c999'])
  expect(unpack(part).size).toBe(7)
  expect(partOf?.counts.all).toBe(7)
})
