import { describe, expect, test } from 'vitest'
import type { RecordedChange } from './change'
import { invert } from './invert'

const recorded = (change: Pick<RecordedChange, 'kind' | 'before' | 'after'>): RecordedChange => ({
  id: 1,
  setId: 'set',
  at: '2026-11-25T12:00:00.000Z',
  author: 'ada@grantboard.example',
  subject: {
    clientId: 'c',
    clientName: 'billing',
    apiId: 'a',
    apiName: 'Orders API',
    audience: 'urn:orders',
  },
  state: 'applied',
  reason: null,
  step: null,
  ...change,
})
const [read, write] = [
  { scope: ['read:a'], allScopes: false },
  { scope: ['read:a', 'write:a'], allScopes: false },
]
const of = { clientId: 'c', clientName: 'billing', audience: 'urn:orders', apiName: 'Orders API' }
const scopes = [
  { value: 'read:a', description: 'Read' },
  { value: 'write:a', description: 'Write' },
]

describe('what takes a change back', () => {
  test.each([
    [
      'a new grant',
      { kind: 'grant.create', before: null, after: read },
      [{ kind: 'grant.delete', ...of, from: read }],
    ],
    [
      'a wider grant',
      { kind: 'grant.update', before: read, after: write },
      [{ kind: 'grant.update', ...of, from: write, to: read }],
    ],
    [
      'a revoked grant',
      { kind: 'grant.delete', before: read, after: null },
      [{ kind: 'grant.create', ...of, to: read }],
    ],
    [
      'a new client',
      { kind: 'client.create', before: null, after: { name: 'billing' } },
      [{ kind: 'client.delete', clientId: 'c', clientName: 'billing' }],
    ],
    [
      'a renamed client',
      { kind: 'client.update', before: { name: 'a' }, after: { name: 'b' } },
      [
        {
          kind: 'client.update',
          clientId: 'c',
          clientName: 'billing',
          from: { name: 'b' },
          to: { name: 'a' },
        },
      ],
    ],
    [
      'new scopes',
      { kind: 'scope.create', before: null, after: { scopes } },
      scopes.map(({ value }) => ({ kind: 'scope.delete', apiId: 'a', apiName: 'Orders API', value })),
    ],
    [
      'a removed scope',
      { kind: 'scope.delete', before: { scopes }, after: null },
      [{ kind: 'scope.create', apiId: 'a', apiName: 'Orders API', scopes }],
    ],
    [
      'another description',
      {
        kind: 'scope.update',
        before: { scopes: [{ value: 'read:a', description: 'Old' }] },
        after: { scopes: [{ value: 'read:a', description: 'New' }] },
      },
      [{ kind: 'scope.update', apiId: 'a', apiName: 'Orders API', value: 'read:a', from: 'New', to: 'Old' }],
    ],
  ] as const)('%s', (_, change, changes) => {
    expect(invert(recorded(change as unknown as RecordedChange))).toEqual({ changes })
  })

  test.each([
    ['client.delete', /ID and secret never come back/],
    ['api.delete', /never come back/],
    ['client.rotate_secret', /secret from before/],
    ['client.reveal_secret', /can’t be unseen/],
    ['client.request_token', /valid until it expires/],
  ] as const)('%s has none, and says why', (kind, why) => {
    expect(invert(recorded({ kind, before: null, after: null }))).toEqual({
      cannot: expect.stringMatching(why),
    })
  })

  test.each([
    ['client.update', { metadata: null }, { metadata: { team: 'payments' } }],
    ['api.update', { signingAlgorithm: 'HS256' }, { signingAlgorithm: 'RS256' }],
    ['settings.update', { tokenQuota: null }, { tokenQuota: { perHour: 5 } }],
  ] as const)('%s of what is set only in the tenant has none, and says so', (kind, before, after) => {
    expect(invert(recorded({ kind, before, after }))).toEqual({
      cannot: 'What changed can be set only in the tenant itself.',
    })
  })
})
