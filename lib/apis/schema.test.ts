import { expect, test } from 'vitest'
import { apiInput, newApiInput, newScopes } from './schema'

const complaintAbout = (identifier: string) =>
  newApiInput.safeParse({ name: 'Orders', identifier, signingAlgorithm: 'RS256' }).error?.issues[0]?.message

test.each(['urn:my:api', 'https://a', 'https://a/', 'x'.repeat(600), 'бюджет'])(
  '%s is an identifier',
  (one) => {
    expect(complaintAbout(one)).toBeUndefined()
  },
)

test.each([
  ['', /^Give the API an identifier/],
  ['  ', /^Give the API an identifier/],
  ['my api', /^Leave out spaces/],
  ['x'.repeat(601), /^At most 600/],
])('%j is none', (identifier, complaint) => {
  expect(complaintAbout(identifier)).toMatch(complaint)
})

test('two identifiers that differ in a slash stay two', () => {
  const parse = (identifier: string) =>
    newApiInput.parse({ name: 'Orders', identifier, signingAlgorithm: 'HS256' }).identifier

  expect(parse('https://a')).not.toBe(parse('https://a/'))
})

test.each([0, 1, 86_400, 2_592_000])('tokens may live %s s', (tokenLifetime) => {
  expect(apiInput.safeParse({ name: 'Orders', tokenLifetime }).success).toBe(true)
})

test.each([-1, 2_592_001, 1.5, Number.NaN, '60'])('tokens may not live %s s', (tokenLifetime) => {
  expect(apiInput.safeParse({ name: 'Orders', tokenLifetime }).success).toBe(false)
})

test.each([
  ['read orders', /separates two scopes/],
  ['créer:x', /^Letters from a to z/],
  ['a"b', /^Letters from a to z/],
  ['a\\b', /^Letters from a to z/],
  ['', /^Give the scope a value/],
  ['x'.repeat(281), /^At most 280/],
])('the scope %j is refused', (value, complaint) => {
  expect(newScopes.safeParse([{ value, description: '' }]).error?.issues[0]?.message).toMatch(complaint)
})

test('a thousand scopes go at once, one more does not', () => {
  const scopes = (count: number) =>
    Array.from({ length: count }, (_, number) => ({ value: `scope:${number}`, description: '' }))

  expect(newScopes.safeParse(scopes(1000)).success).toBe(true)
  expect(newScopes.safeParse(scopes(1001)).success).toBe(false)
})
