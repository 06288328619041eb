import { expect, test } from 'vitest'
import { titleOf } from './title'

const grant = {
  kind: 'grant.update',
  subject: { clientId: 'c1', clientName: 'billing-worker', apiName: 'Orders API', audience: 'urn:orders' },
  before: { scope: ['read:orders'], allScopes: false },
  after: { scope: ['read:orders', 'create:orders'], allScopes: false },
  state: 'applied',
} as const

test('a scope more or less in a grant is named', () => {
  expect(titleOf(grant)).toBe('Added create:orders to billing-worker for Orders API')
  expect(titleOf({ ...grant, before: grant.after, after: grant.before })).toBe(
    'Removed create:orders from billing-worker for Orders API',
  )
})

test('what was refused is told as such', () => {
  expect(titleOf({ ...grant, kind: 'grant.create', before: null, after: null, state: 'failed' })).toBe(
    'Could not authorize billing-worker for Orders API',
  )
  expect(titleOf({ ...grant, kind: 'client.reveal_secret', state: 'failed' })).toBe(
    'Could not reveal the secret of billing-worker',
  )
  expect(titleOf({ ...grant, kind: 'client.request_token', state: 'failed' })).toBe(
    'Could not request a token as billing-worker for Orders API',
  )
})

test('scopes of an API are named, or counted', () => {
  const added = {
    kind: 'scope.create',
    subject: { apiId: 'a1', apiName: 'Orders API' },
    before: null,
    state: 'applied',
  } as const
  expect(titleOf({ ...added, after: { scopes: [{ value: 'read:orders' }] } })).toBe(
    'Added read:orders to Orders API',
  )
  expect(titleOf({ ...added, after: { scopes: [{ value: 'a' }, { value: 'b' }] } })).toBe(
    'Added 2 scopes to Orders API',
  )
})

test('an API that was known by its identifier only is named by it', () => {
  expect(
    titleOf({ ...grant, kind: 'grant.delete', subject: { clientId: 'c1', audience: 'urn:orders' } }),
  ).toBe('Revoked c1 for urn:orders')
})
