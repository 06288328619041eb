import { expect, test } from 'vitest'
import { accessEnd, lastEnd } from './last-token'

const now = new Date('2026-11-24T15:00:00.000Z')
const since = '2026-11-24T12:00:00.000Z'

test('the last token tells when access ends', () => {
  expect(accessEnd({ at: '2026-11-24T13:02:00.000Z', since }, 86_400, now)).toEqual({
    because: 'last token',
    issuedAt: '2026-11-24T13:02:00.000Z',
    endsAt: '2026-11-25T13:02:00.000Z',
    isOver: false,
  })
})

test('a last token that has expired ends it at once', () => {
  expect(accessEnd({ at: '2026-11-24T13:02:00.000Z', since }, 3600, now)).toMatchObject({ isOver: true })
})

test('when none was seen, one can only be older than what was observed', () => {
  expect(accessEnd({ at: null, since }, 86_400, now)).toMatchObject({
    because: 'none seen',
    endsAt: '2026-11-25T12:00:00.000Z',
    isOver: false,
  })
  expect(accessEnd({ at: null, since }, 3600, now)).toMatchObject({ isOver: true })
})

test('when nothing was observed, one may have been issued just now', () => {
  expect(accessEnd({ at: null, since: null }, 3600, now)).toEqual({
    because: 'unknown',
    endsAt: '2026-11-24T16:00:00.000Z',
    isOver: false,
  })
})

test('of several, the one whose token lives longest ends last, not the one issued last', () => {
  const now = new Date('2026-11-25T12:00:00.000Z')
  const since = '2026-11-01T00:00:00.000Z'
  const late = { at: '2026-11-25T11:00:00.000Z', since, lifetime: 600 }
  const long = { at: '2026-11-25T01:00:00.000Z', since, lifetime: 86_400 }
  const unseen = { at: null, since, lifetime: 86_400 }
  expect(lastEnd([late, long, unseen], now)).toBe(long)
  expect(lastEnd([], now)).toBeUndefined()
})
