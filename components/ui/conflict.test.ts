import { describe, expect, test } from 'vitest'
import { conflictRows, inWords } from './conflict'

const labels = { name: 'Name', lifetime: 'Token lifetime', note: 'Description' }
const opened = { name: 'Payments API', lifetime: 86_400, note: '' }

describe('a conflict', () => {
  test('shows what either side changed and leaves out what neither did', () => {
    const rows = conflictRows({
      labels,
      opened,
      theirs: { lifetime: 43_200 },
      yours: { ...opened, name: 'Payments v2' },
    })
    expect(rows.map(({ name, choice }) => [name, choice])).toEqual([
      ['name', 'yours'],
      ['lifetime', 'theirs'],
    ])
  })

  test('begins with theirs where both changed the same field, so nothing is overwritten unasked', () => {
    const [row] = conflictRows({
      labels,
      opened,
      theirs: { lifetime: 43_200 },
      yours: { ...opened, lifetime: 28_800 },
    })
    expect(row).toMatchObject({ theirs: 43_200, yours: 28_800, choice: 'theirs' })
  })

  test('compares lists by what is in them', () => {
    const rows = conflictRows({
      labels: { scopes: 'Scopes' },
      opened: { scopes: ['read:a'] },
      theirs: { scopes: ['read:a'] },
      yours: { scopes: ['read:a'] },
    })
    expect(rows).toEqual([])
  })
})

test.each([
  ['', 'Empty'],
  [undefined, 'Empty'],
  [true, 'On'],
  [false, 'Off'],
  [[], 'None'],
  [['read:a', 'read:b'], 'read:a, read:b'],
  [0, '0'],
])('%j reads "%s"', (value, words) => {
  expect(inWords(value)).toBe(words)
})
