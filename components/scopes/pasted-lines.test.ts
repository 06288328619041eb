import { describe, expect, test } from 'vitest'
import { mendLine, readPastedLines } from './pasted-lines'

const read = (text: string, ...existing: string[]) => readPastedLines(text, new Set(existing))

describe('pasted lines', () => {
  test('a line is a scope, a comma and its description, which may have commas', () => {
    expect(read('read:orders, Read orders, and lines\nping')).toMatchObject([
      { number: 1, value: 'read:orders', description: 'Read orders, and lines', complaint: undefined },
      { number: 2, value: 'ping', description: '', complaint: undefined },
    ])
  })

  test('the tab of a spreadsheet and Windows line ends are read alike', () => {
    expect(read('read:orders\tRead orders\r\nping\tPing').map(({ description }) => description)).toEqual([
      'Read orders',
      'Ping',
    ])
  })

  test('empty lines are passed over and still counted', () => {
    expect(read('a\n\n  \nb').map(({ number }) => number)).toEqual([1, 4])
  })

  test.each([
    ['ship orders, Hand over', 'Has a space, which separates two scopes.', 'ship:orders, Hand over'],
    ['<read>:x', 'Leave out < and >.', 'read:x'],
    ['créer:x', /^é can't be in a scope/, 'creer:x'],
    ['lire:ordres📦', /^📦 can't be in a scope/, undefined],
    ['read\\x', /^\\ can't be in a scope/, undefined],
    ['x'.repeat(281), '281 characters; a scope has at most 280.', undefined],
    [`x, ${'d'.repeat(501)}`, 'The description has 501 characters; at most 500 fit.', undefined],
    [', only a description', 'Type a scope, such as read:orders.', undefined],
  ])('%s is refused', (line, complaint, mended) => {
    const [only] = read(line)
    expect(only?.complaint).toMatch(complaint)
    expect(only?.mend?.line).toBe(mended)
  })

  test('what the API or an earlier line has is left out by its button', () => {
    const text = 'b\na\nb'
    const lines = read(text, 'a')
    expect(lines.map(({ complaint }) => complaint)).toEqual([
      undefined,
      'This API has it already.',
      'Line 1 has it already.',
    ])
    expect(lines[2] && mendLine(text, lines[2])).toBe('b\na')
  })

  test('the thousandth scope goes, the next one stays', () => {
    const existing = Array.from({ length: 999 }, (_, index) => `scope:${index}`)
    expect(read('a\nb', ...existing).map(({ complaint }) => complaint)).toEqual([
      undefined,
      'An API can have 1,000 scopes.',
    ])
  })
})
