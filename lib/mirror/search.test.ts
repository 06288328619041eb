import { expect, it } from 'vitest'
import { wordsOf } from './search'

it('takes a text apart into folded words, eight at most', () => {
  expect(wordsOf('  Café  ORDERS ')).toEqual(['cafe', 'orders'])
  expect(wordsOf(' \n ')).toEqual([])
  expect(wordsOf('a '.repeat(100))).toHaveLength(8)
})
