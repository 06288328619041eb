import { expect, test } from 'vitest'
import { diffLines } from './diff-lines'

test('scopes gained, lost and kept have a line each', () => {
  expect(
    diffLines(
      { scope: ['read:a', 'read:b'], allScopes: false },
      { scope: ['read:a', 'read:c'], allScopes: false },
    ),
  ).toEqual([
    { kind: 'same', text: 'read:a' },
    { kind: 'del', text: 'read:b' },
    { kind: 'add', text: 'read:c' },
  ])
})

test('a changed field is told before and after', () => {
  expect(
    diffLines({ name: 'Orders', tokenLifetime: 86_400 }, { name: 'Orders', tokenLifetime: 3600 }),
  ).toEqual([
    { kind: 'same', text: 'Name: Orders' },
    { kind: 'del', text: 'Token lifetime: 86,400 s' },
    { kind: 'add', text: 'Token lifetime: 3,600 s' },
  ])
})

test('what was created has only lines that were added, and empty fields none', () => {
  expect(
    diffLines(null, { name: 'billing-worker', description: '', grantTypes: ['client_credentials'] }),
  ).toEqual([
    { kind: 'add', text: 'Name: billing-worker' },
    { kind: 'add', text: 'client_credentials' },
  ])
})

test('a scope whose description changed is told before and after', () => {
  expect(
    diffLines(
      { scopes: [{ value: 'read:a', description: 'Read' }] },
      { scopes: [{ value: 'read:a', description: 'Read all' }] },
    ),
  ).toEqual([
    { kind: 'del', text: 'read:a', note: 'Read' },
    { kind: 'add', text: 'read:a', note: 'Read all' },
  ])
})

test('a switch has a line when it turns, and none where it was never on', () => {
  expect(diffLines(null, { scope: ['read:a'], allScopes: false })).toEqual([{ kind: 'add', text: 'read:a' }])
  expect(diffLines({ allScopes: true }, { allScopes: false })).toEqual([
    { kind: 'del', text: 'All scopes, also later ones: on' },
    { kind: 'add', text: 'All scopes, also later ones: off' },
  ])
})
