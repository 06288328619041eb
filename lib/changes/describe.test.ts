import { expect, test } from 'vitest'
import type { Access } from '../grants/grant'
import type { ChangeKind, Snapshot } from './change'
import { describeChange } from './describe'

const subject = { clientId: 'c1', clientName: 'fraud-scorer', apiId: 'a1', apiName: 'Orders API' }
const listed = (...scope: string[]): Access => ({ scope, allScopes: false })
const scopes = (...values: string[]) => ({ scopes: values.map((value) => ({ value, description: '' })) })

test.each<[ChangeKind, Snapshot | null, Snapshot | null, string]>([
  ['client.create', null, { name: 'fraud-scorer' }, 'Created client fraud-scorer'],
  [
    'client.update',
    { name: 'a', grantTypes: [] },
    { name: 'b', grantTypes: ['implicit'] },
    'Changed the name and the grant types of fraud-scorer',
  ],
  ['client.delete', { name: 'fraud-scorer' }, null, 'Deleted client fraud-scorer'],
  ['client.rotate_secret', null, null, 'Rotated the secret of fraud-scorer'],
  ['client.reveal_secret', null, null, 'Revealed the secret of fraud-scorer'],
  ['client.request_token', null, { status: 200 }, 'Requested a token as fraud-scorer for Orders API'],
  ['api.create', null, { name: 'Orders API' }, 'Created API Orders API'],
  ['api.update', { tokenLifetime: 1 }, { tokenLifetime: 2 }, 'Changed the token lifetime of Orders API'],
  ['api.delete', { name: 'Orders API' }, null, 'Deleted API Orders API'],
  ['api.reveal_secret', null, null, 'Revealed the signing secret of Orders API'],
  ['scope.create', null, scopes('read:a'), 'Added read:a to Orders API'],
  ['scope.create', null, scopes('read:a', 'read:b'), 'Added 2 scopes to Orders API'],
  ['scope.update', scopes('read:a'), scopes('read:a'), 'Changed the description of read:a of Orders API'],
  ['scope.delete', scopes('read:a'), null, 'Removed read:a from Orders API'],
  ['grant.create', null, listed('read:a'), 'Authorized fraud-scorer for Orders API'],
  [
    'grant.update',
    listed('read:a'),
    listed('read:a', 'read:b'),
    'Added read:b to fraud-scorer for Orders API',
  ],
  ['grant.update', listed('read:a'), listed(), 'Removed read:a from fraud-scorer for Orders API'],
  ['grant.update', listed('read:a'), listed('read:b'), 'Changed the scopes of fraud-scorer for Orders API'],
  [
    'grant.update',
    listed('read:a'),
    { scope: [], allScopes: true },
    'Changed the scopes of fraud-scorer for Orders API',
  ],
  ['grant.delete', listed('read:a'), null, 'Revoked fraud-scorer for Orders API'],
  [
    'settings.update',
    { apisEnabled: true },
    { apisEnabled: false },
    'Changed “Enable APIs Section” of the tenant',
  ],
])('%s of %j to %j', (kind, before, after, words) => {
  expect(describeChange({ kind, subject, before, after })).toBe(words)
})

test('a change that was refused is told from the ids it named', () => {
  const refused = { kind: 'grant.create', subject: { clientId: 'c1', audience: 'urn:a' } } as const

  expect(describeChange({ ...refused, before: null, after: null })).toBe('Authorized c1 for urn:a')
})
