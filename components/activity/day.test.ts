import { expect, test } from 'vitest'
import { groupByDay, timeOfDay } from './day'

const now = new Date('2026-11-24T13:42:00Z')
const entry = (at: string) => ({ at })

test('entries stand under their day, in the order they came', () => {
  const entries = [
    '2026-11-24T13:40:00Z',
    '2026-11-24T00:00:00Z',
    '2026-11-23T23:59:59Z',
    '2026-11-20T08:00:00Z',
    '2025-11-20T08:00:00Z',
  ]
  const days = groupByDay(entries.map(entry), now)

  expect(days.map(({ title, entries }) => [title, entries.length])).toEqual([
    ['Today, 24 November', 2],
    ['Yesterday, 23 November', 1],
    ['Friday 20 November', 1],
    ['Thursday, 20 November 2025', 1],
  ])
})

test('a time is told in UTC, in 24 hours', () => {
  expect(timeOfDay('2026-11-24T23:05:59.999Z')).toBe('23:05')
})
