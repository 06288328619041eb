import { expect, test } from 'vitest'
import { Throttle } from './throttle.ts'

const make = (capacity = 10) => new Throttle({ limit: 2, windowMs: 1000, capacity })

test('a key may fail as often as the limit says, then waits for the rest of its window', () => {
  const throttle = make()
  expect([throttle.take('a', 0), throttle.take('a', 100), throttle.take('a', 400)]).toEqual([0, 0, 600])
  expect(throttle.take('b', 400)).toBe(0)
  expect(throttle.take('a', 1000)).toBe(0)
})

test('success forgets the failures', () => {
  const throttle = make()
  throttle.take('a', 0)
  throttle.take('a', 0)
  throttle.clear('a')
  expect(throttle.take('a', 1)).toBe(0)
})

test('it never holds more keys than its capacity: the one longest unseen goes', () => {
  const throttle = make(2)
  for (const key of ['a', 'a', 'b', 'b', 'c']) throttle.take(key, 0)
  expect(throttle.take('b', 1)).toBeGreaterThan(0)
  expect(throttle.take('a', 1)).toBe(0)
})
