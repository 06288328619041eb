import { describe, expect, it } from 'vitest'
import { unusedText } from './unused-text'

const now = new Date('2026-11-25T12:00:00.000Z')

describe('for how long no token was seen', () => {
  it.each([
    [30, '2026-01-03T00:00:00.000Z', 'for 30 days'],
    [1, '2026-01-03T00:00:00.000Z', 'for 1 day'],
    [30, '2026-11-03T00:00:00.000Z', 'since 3 Nov, when observing began'],
    ['observed', '2026-11-03T00:00:00.000Z', 'since 3 Nov, when observing began'],
    ['observed', null, 'since tokens are observed'],
  ] as const)('%s, observed since %s: %s', (unused, since, text) => {
    expect(unusedText(unused, since, now)).toBe(text)
  })
})
