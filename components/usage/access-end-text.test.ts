import { expect, test } from 'vitest'
import { accessEndText } from './access-end-text'

const now = new Date('2026-11-24T15:00:00.000Z')
const [at, since] = ['2026-11-24T13:02:00.000Z', '2026-11-24T12:00:00.000Z']

test.each([
  [
    { at, since },
    86_400,
    'Last token issued 24 Nov, 13:02 UTC, lives 24 h: access really ends 25 Nov, 13:02 UTC.',
  ],
  [{ at, since }, 3600, 'Last token issued 24 Nov, 13:02 UTC, lived 1 h: access ends at once.'],
  [
    { at: null, since },
    86_400,
    'No token since 24 Nov 2026, 12:00 UTC. One issued before lives until 25 Nov, 12:00 UTC at the latest.',
  ],
  [
    { at: null, since },
    3600,
    'No token since 24 Nov 2026, 12:00 UTC, and one lives 1 h: access ends at once.',
  ],
  [
    { at: null, since: null },
    3600,
    'Last token not known, one lives 1 h: access really ends 24 Nov, 16:00 UTC at the latest.',
  ],
])('%j and a lifetime of %d s: %s', (last, lifetime, text) => {
  expect(accessEndText(last, lifetime, now)).toBe(text)
})
