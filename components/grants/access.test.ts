import { expect, test } from 'vitest'
import { describeDone, grants, rebase, sameState } from './access'

const scopes = (...scope: string[]) => ({ scope, allScopes: false })
const everything = { scope: [], allScopes: true }
const names = { client: 'billing-worker', api: 'Orders API' }

test('the order of scopes makes no difference', () => {
  expect(sameState(scopes('a', 'b'), scopes('b', 'a'))).toBe(true)
  expect(sameState(scopes('a'), scopes('b'))).toBe(false)
})

test('not authorized, not known and authorized without scopes are three things', () => {
  expect(sameState(null, undefined)).toBe(false)
  expect(sameState(null, scopes())).toBe(false)
  expect(sameState(scopes(), everything)).toBe(false)
})

test('a grant of all scopes grants each of them', () => {
  expect(grants(everything, 'read:orders')).toBe(true)
  expect(grants(scopes('read:orders'), 'create:orders')).toBe(false)
  expect(grants(null, 'read:orders')).toBe(false)
})

test('a wish is repeated upon what somebody else saved meanwhile', () => {
  const [base, wanted, held] = [scopes('a', 'b'), scopes('a', 'c'), scopes('a', 'b', 'd')]
  expect(rebase(base, wanted, held)).toEqual(scopes('a', 'd', 'c'))
})

test('a wish for a grant that is gone creates it as it was wished', () => {
  expect(rebase(scopes('a'), scopes('a', 'b'), null)).toEqual(scopes('a', 'b'))
})

test('what was done is told with subject, number and time', () => {
  expect(describeDone(null, scopes('a'), 5, names)).toEqual({
    title: 'Authorized billing-worker for Orders API',
    detail: '1 of 5 scopes',
  })
  expect(describeDone(scopes('a'), null, 5, names)).toEqual({
    title: 'Revoked billing-worker for Orders API',
    ends: 'access',
  })
  expect(describeDone(scopes('a'), scopes('a', 'b', 'c'), 5, names).title).toBe(
    'Added b and c to billing-worker',
  )
  expect(describeDone(scopes('a', 'b'), scopes('a'), 5, names)).toEqual({
    title: 'Removed b from billing-worker',
    detail: '1 of 5 scopes, from the next token on.',
    ends: 'scope',
  })
})
