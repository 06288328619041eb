import { expect, test } from 'vitest'
import { openRows, toggledRow } from './open-rows'

test('a row is opened beside the others and closed again', () => {
  expect(openRows({ open: 'a b a' })).toEqual(['a', 'b'])
  expect(toggledRow(['a'], 'b')).toBe('a b')
  expect(toggledRow(['a', 'b'], 'a')).toBe('b')
  expect(toggledRow(['a'], 'a')).toBeUndefined()
})
