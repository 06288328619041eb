import { array, assert, constantFrom, property, shuffledSubarray } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sameAccess, toGrant } from './grant'

const listed = (...scope: string[]) => ({ scope, allScopes: false })
const scopes = ['read:a', 'read:b', 'read:c', 'read:d']

describe('two accesses are the same', () => {
  test('in any order, also with a scope named twice', () => {
    const twice = array(constantFrom(...scopes), { minLength: 1 })
    assert(property(twice, (scope) => sameAccess(listed(...scope), listed(...[...new Set(scope)].reverse()))))
  })

  test('exactly when they hold the same set', () => {
    assert(
      property(shuffledSubarray(scopes), shuffledSubarray(scopes), (one, other) => {
        const same = one.toSorted().join() === other.toSorted().join()
        return sameAccess(listed(...one), listed(...other)) === same
      }),
    )
  })

  test('no scope is not no access, and not all scopes', () => {
    expect(sameAccess(listed(), null)).toBe(false)
    expect(sameAccess(listed(), { scope: [], allScopes: true })).toBe(false)
    expect(sameAccess(null, null)).toBe(true)
  })
})

test('a grant for all scopes comes without a list', () => {
  const grant = { id: 'cgr_1', client_id: 'c', audience: 'urn:a', allow_all_scopes: true }

  expect(toGrant(grant)).toMatchObject({ scope: [], allScopes: true, isSystem: false })
})
