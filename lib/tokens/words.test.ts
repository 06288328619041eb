import { expect, test } from 'vitest'
import { code, listed, plain, words } from './words'

test('a sentence keeps apart what is to be read to the letter', () => {
  expect(words`${'Ada'} lacks ${code('read:a')} of ${1200}`).toEqual([
    'Ada',
    ' lacks ',
    { code: 'read:a' },
    ' of ',
    '1,200',
  ])
})

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c', 'd'], 'a, b, c and d'],
  [['a', 'b', 'c', 'd', 'e'], 'a, b, c and 2 more'],
])('%j is listed as %s', (texts, said) => {
  expect(plain(listed(texts))).toBe(said)
})
