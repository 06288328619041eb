import { expect, test } from 'vitest'
import { pauseBeforeCall } from './pace.ts'

const fresh = { reset: '', calls: 0, lastAt: 0 }
const now = 10_000
const allowance = (limit: number, remaining: number) => ({
  limit,
  remaining,
  resetsInMs: 1000,
  reset: '1',
  heardAt: now,
})

test('a tenant without a limit is called twenty milliseconds after the last answer', () => {
  expect(pauseBeforeCall(undefined, fresh, false, now)).toBe(0)
  expect(pauseBeforeCall(undefined, { ...fresh, lastAt: now - 5 }, false, now)).toBe(15)
})

test('a fifth of a window, then the next one', () => {
  expect(pauseBeforeCall(allowance(50, 49), { reset: '1', calls: 9, lastAt: now }, false, now)).toBe(0)
  expect(pauseBeforeCall(allowance(50, 40), { reset: '1', calls: 10, lastAt: now }, false, now)).toBe(1000)
  expect(pauseBeforeCall(allowance(50, 40), { reset: '0', calls: 10, lastAt: now }, false, now)).toBe(0)
})

test('a fifth of two calls a second is one in two and a half', () => {
  expect(pauseBeforeCall(allowance(2, 1), { reset: '1', calls: 1, lastAt: now - 400 }, false, now)).toBe(2100)
  expect(pauseBeforeCall(allowance(2, 1), { reset: '1', calls: 1, lastAt: now - 2500 }, false, now)).toBe(0)
})

test('a twenty-fifth while somebody waits', () => {
  const spent = { reset: '1', calls: 2, lastAt: now }
  expect(pauseBeforeCall(allowance(50, 40), { ...spent, calls: 1 }, true, now)).toBe(0)
  expect(pauseBeforeCall(allowance(50, 40), spent, true, now)).toBe(1000)
  expect(pauseBeforeCall(allowance(2, 1), spent, true, now)).toBe(12_500)
})

test('what is left of a limit is others’, until it begins anew', () => {
  expect(pauseBeforeCall(allowance(50, 12), fresh, false, now)).toBe(1000)
  expect(pauseBeforeCall(allowance(50, 12), fresh, false, now + 1001)).toBe(0)
})
