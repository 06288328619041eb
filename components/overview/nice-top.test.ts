import { expect, test } from 'vitest'
import { niceTop } from './nice-top.ts'

test.each([
  [0, 2],
  [1, 2],
  [3, 4],
  [5, 6],
  [10, 10],
  [11, 20],
  [74, 80],
  [81, 100],
  [1500, 2000],
])('a plot with %d at most ends at %d', (highest, top) => {
  expect(niceTop(highest)).toBe(top)
})
