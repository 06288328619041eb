import { expect, test } from 'vitest'
import type { NewStep } from '../changes/set-store'
import {
  addScopesSteps,
  authorizeSteps,
  deleteApiSteps,
  deleteSteps,
  removeScopesSteps,
  revokeSteps,
} from './steps'

const api = {
  identifier: 'urn:orders',
  name: 'Orders',
  scopes: ['read', 'write', 'delete'].map((value) => ({ value })),
}
const clients = ['none', 'reader', 'all', 'system'].map((id) => ({ id, name: `Client ${id}` }))
const grant = (clientId: string, scope: string[], more = {}) => ({
  id: clientId,
  clientId,
  audience: 'urn:orders',
  scope,
  allScopes: false,
  isSystem: false,
  needsOrganization: false,
  ...more,
})
const grants = [
  grant('reader', ['read']),
  grant('all', [], { allScopes: true }),
  grant('system', ['read'], { isSystem: true }),
  grant('stranger', ['read']),
  grant('none', ['read'], { audience: 'urn:other' }),
]

/** Kind, client and the access it comes to. */
const said = (steps: NewStep[]) =>
  steps.map(({ change }) => [
    change.kind,
    'clientId' in change && change.clientId,
    change.kind === 'grant.create' || change.kind === 'grant.update' ? change.to.scope : null,
  ])

test('authorizing gives each the scopes and takes none away', () => {
  expect(said(authorizeSteps(clients, api, ['write'], grants))).toEqual([
    ['grant.create', 'none', ['write']],
    ['grant.update', 'reader', ['read', 'write']],
  ])
  expect(said(authorizeSteps(clients, api, [], grants))).toEqual([['grant.create', 'none', []]])
})

test('adding scopes authorizes nobody', () => {
  expect(said(addScopesSteps(clients, api, ['write'], grants))).toEqual([
    ['grant.update', 'reader', ['read', 'write']],
  ])
})

test('deleting APIs leaves the tenant’s own', () => {
  const apis = [
    { id: 'own', name: 'Own', isSystem: true },
    { id: 'orders', name: 'Orders', isSystem: false },
  ]
  expect(deleteApiSteps(apis)).toEqual([
    { change: { kind: 'api.delete', apiId: 'orders', apiName: 'Orders' } },
  ])
})

test('removing scopes leaves the others, also of all scopes', () => {
  expect(said(removeScopesSteps(clients, api, ['read', 'delete'], grants))).toEqual([
    ['grant.update', 'reader', []],
    ['grant.update', 'all', ['write']],
  ])
})

test('revoking takes each grant away but those of the tenant itself and of others', () => {
  expect(said(revokeSteps(clients, [api], grants))).toEqual([
    ['grant.delete', 'reader', null],
    ['grant.delete', 'all', null],
    ['grant.delete', 'none', null],
  ])
})

test('deleting names each client in its change', () => {
  expect(deleteSteps(clients.slice(0, 1))).toEqual([
    { change: { kind: 'client.delete', clientId: 'none', clientName: 'Client none' } },
  ])
})
