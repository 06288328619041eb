import { expect, test } from 'vitest'
import { counted } from './counted'

test.each([
  [0, '0 clients'],
  [1, '1 client'],
  [1_200, '1,200 clients'],
])('%s is %s', (count, text) => {
  expect(counted(count, 'client')).toBe(text)
})
