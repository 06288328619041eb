import { expect, test } from 'vitest'
import { pageParam, textParam } from './search-params'

test.each([
  [{}, 1],
  [{ page: '2' }, 2],
  [{ page: ['3', '4'] }, 3],
  [{ page: '0' }, 1],
  [{ page: '-1' }, 1],
  [{ page: '1.5' }, 1],
  [{ page: 'two' }, 1],
  [{ page: '1e99' }, 1],
])('%j asks for page %i', (params, page) => {
  expect(pageParam(params)).toBe(page)
})

test('of a name given twice the first value counts', () => {
  expect(textParam({ type: ['spa', 'native'] }, 'type')).toBe('spa')
  expect(textParam({}, 'type')).toBeUndefined()
})
