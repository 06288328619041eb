import { describe, expect, test } from 'vitest'
import { ageOf, fullTimestamp } from './age'

const now = new Date('2026-11-24T13:42:07Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)

describe('an age', () => {
  test.each([
    [0, 'Now'],
    [40, '40 s ago'],
    [59, '59 s ago'],
    [60, '1 min ago'],
    [18 * 60 + 59, '18 min ago'],
    [3600, '1 h ago'],
    [86_399, '23 h ago'],
    [86_400, '1 d ago'],
    [7 * 86_400 - 1, '6 d ago'],
    [21 * 86_400, '3 Nov'],
    [365 * 86_400, '24 Nov 2025'],
  ])('of %i seconds reads "%s"', (seconds, words) => {
    expect(ageOf(ago(seconds), now)).toBe(words)
  })

  test('never lies in the future when two clocks disagree', () => {
    expect(ageOf(ago(-30), now)).toBe('Now')
  })

  test('has the full time stamp behind it', () => {
    expect(fullTimestamp(now)).toBe('2026-11-24 13:42:07 UTC')
  })
})
