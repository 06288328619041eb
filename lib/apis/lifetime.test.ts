import { expect, test } from 'vitest'
import { lastTokenEnds, lifetimeInWords } from './lifetime'

test.each([
  [0, '0 s'],
  [59, '59 s'],
  [90, '1 min 30 s'],
  [3600, '1 h'],
  [86_400, '24 h'],
  [90_000, '25 h'],
  [172_800, '2 d'],
  [2_592_000, '30 d'],
  [180_061, '2 d 2 h 1 min 1 s'],
])('%i seconds are %s', (seconds, words) => {
  expect(lifetimeInWords(seconds)).toBe(words)
})

test('the last token ends a lifetime from now', () => {
  expect(lastTokenEnds(86_400, new Date('2026-11-24T13:41:20Z'))).toBe('25 Nov, 13:41 UTC')
})
