import { expect, test } from 'vitest'
import { momentInWords, spanInWords, zoneName } from './moment'

const now = new Date('2026-11-24T12:03:30Z')

test.each([
  ['2026-11-24T00:00:00Z', 'UTC', '00:00'],
  ['2026-11-25T12:03:30Z', 'UTC', 'tomorrow 12:03'],
  ['2026-11-23T23:59:59Z', 'UTC', 'yesterday 23:59'],
  ['2026-11-23T23:59:59Z', 'Europe/Berlin', '00:59'],
  ['2026-12-24T12:00:00Z', 'UTC', '24 Dec 12:00'],
  ['2025-12-24T12:00:00Z', 'UTC', '24 Dec 2025 12:00'],
])('%s in %s is %s', (at, timeZone, said) => {
  expect(momentInWords(new Date(at), now, timeZone)).toBe(said)
})

test('the zone is named as it is at that time', () => {
  expect(zoneName(now, 'UTC')).toBe('UTC')
})

test.each([
  [40, '40 s'],
  [119, '1 min 59 s'],
  [86_399, '23 h 59 min'],
])('%d s apart is %s', (seconds, said) => {
  expect(spanInWords(now, new Date(now.getTime() + seconds * 1000))).toBe(said)
})
