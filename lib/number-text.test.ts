import { describe, expect, test } from 'vitest'
import { formatNumber, parseNumber } from './number-text'

describe('a number as typed', () => {
  test.each([
    ['43,200', 43_200],
    [' 43 200 ', 43_200],
    ['0', 0],
    ['-5', -5],
    ['1.5', 1.5],
  ])('"%s" is read', (text, value) => {
    expect(parseNumber(text)).toBe(value)
  })

  test.each(['', '  ', 'a day', '12 h', '1,2,x'])('"%s" is not a number', (text) => {
    expect(parseNumber(text)).toBeNaN()
  })

  test.each([
    [0, '0'],
    [999, '999'],
    [1_000, '1,000'],
    [-1_234_567, '-1,234,567'],
    [1234.56789, '1,234.56789'],
  ])('%d is shown as "%s"', (value, text) => {
    expect(formatNumber(value)).toBe(text)
  })

  test('reads back what it shows', () => {
    for (const value of [0, 1, 86_400, 2_592_000, 0.25]) expect(parseNumber(formatNumber(value))).toBe(value)
  })
})
