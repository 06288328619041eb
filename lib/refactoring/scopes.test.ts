import { describe, expect, test } from 'vitest'
import { pretend } from '../transfer/compare/pretend'
import type { Picture } from '../transfer/picture'
import { addScopeLike, replaceScopes, type ScopeChange } from './scopes'

const scope = (value: string) => ({ value, description: `To ${value}` })
const api = {
  id: 'a1',
  name: 'Orders',
  identifier: 'urn:orders',
  signingAlgorithm: 'RS256',
  tokenLifetime: 86_400,
  scopes: ['read', 'write', 'delete'].map(scope),
  isSystem: false,
}
const grant = (clientId: string, ...values: string[]) => ({
  id: clientId,
  clientId,
  audience: 'urn:orders',
  scope: values,
  allScopes: false,
  isSystem: false,
  needsOrganization: false,
})
const client = (id: string) => ({
  id,
  name: `Client ${id}`,
  description: '',
  type: 'non_interactive',
  grantTypes: ['client_credentials'],
  authMethod: 'client_secret_post' as const,
})
const picture: Picture = {
  clients: ['reader', 'writer', 'all'].map(client),
  apis: [api, { ...api, id: 'a2', identifier: 'urn:other' }],
  grants: [
    grant('reader', 'read'),
    grant('writer', 'read', 'write', 'delete'),
    { ...grant('all'), allScopes: true },
    { ...grant('reader', 'read'), audience: 'urn:other', id: 'elsewhere' },
  ],
}

/** The API's scopes and each client's, after the change. */
function outcome({ steps }: ScopeChange) {
  const after = pretend(picture, steps)
  return {
    scopes: after.apis[0]?.scopes.map(({ value }) => value),
    reader: after.grants[0]?.scope,
    writer: after.grants[1]?.scope,
    others: after.grants.slice(2).map((each) => [...each.scope, each.allScopes]),
  }
}
const untouched = [[true], ['read', false]]

describe('scopes are replaced at the API and in every grant that lists them', () => {
  test.each([
    [
      'renamed',
      ['read'],
      ['list'],
      { scopes: ['write', 'delete', 'list'], reader: ['list'], writer: ['list', 'write', 'delete'] },
    ],
    [
      'split',
      ['write'],
      ['create', 'update'],
      {
        scopes: ['read', 'delete', 'create', 'update'],
        reader: ['read'],
        writer: ['read', 'create', 'update', 'delete'],
      },
    ],
    [
      'merged',
      ['write', 'delete'],
      ['manage'],
      { scopes: ['read', 'manage'], reader: ['read'], writer: ['read', 'manage'] },
    ],
    [
      'merged into one of them',
      ['read', 'write'],
      ['write'],
      { scopes: ['write', 'delete'], reader: ['write'], writer: ['write', 'delete'] },
    ],
    [
      'split and kept',
      ['read'],
      ['read', 'list'],
      {
        scopes: ['read', 'write', 'delete', 'list'],
        reader: ['read', 'list'],
        writer: ['read', 'list', 'write', 'delete'],
      },
    ],
    ['retired', ['read'], [], { scopes: ['write', 'delete'], reader: [], writer: ['write', 'delete'] }],
  ])('%s', (_, retired, put, expected) => {
    expect(outcome(replaceScopes(picture, api, retired, put.map(scope)))).toEqual({
      ...expected,
      others: untouched,
    })
  })
})

test('a client never lacks in between what it keeps: created first, deleted last', () => {
  const { steps, clients } = replaceScopes(picture, api, ['read'], [scope('list')])
  expect(steps.map(({ change }) => change.kind)).toEqual([
    'scope.create',
    'grant.update',
    'grant.update',
    'scope.delete',
  ])
  expect(clients.map(({ name }) => name)).toEqual(['Client reader', 'Client writer'])
})

test('a new scope is granted also to those who hold another', () => {
  expect(outcome(addScopeLike(picture, api, [scope('export')], 'write'))).toEqual({
    scopes: ['read', 'write', 'delete', 'export'],
    reader: ['read'],
    writer: ['read', 'write', 'delete', 'export'],
    others: untouched,
  })
})

test('the tenant’s own API is left alone, and none gets more scopes than it can have', () => {
  expect(() => replaceScopes(picture, { ...api, isSystem: true }, ['read'], [])).toThrow(
    /belong to the tenant/,
  )
  const many = Array.from({ length: 998 }, (_, index) => scope(`s${index}`))
  expect(() => replaceScopes(picture, api, [], many)).toThrow(/1,000 scopes/)
})
