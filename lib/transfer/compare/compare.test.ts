import { assert, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ClientType } from '../../clients/client'
import { clientDefaults } from '../../clients/defaults'
import { arbitraryDocument } from '../arbitrary-document'
import type { AccessDocument } from '../document'
import { documentOf, type Picture } from '../picture'
import { compare } from './compare'
import { pretend } from './pretend'

const nothing: Picture = { clients: [], apis: [], grants: [] }
const listed = (...scope: string[]) => ({ scope, allScopes: false })
const at = (line: number) => ({ line })

const client = (id: string, name = id) => ({
  id,
  name,
  description: '',
  type: 'non_interactive',
  grantTypes: ['client_credentials'],
  authMethod: 'client_secret_post' as const,
})
const api = (identifier: string, name: string, ...scopes: string[]) => ({
  id: `id of ${identifier}`,
  name,
  identifier,
  signingAlgorithm: 'RS256',
  tokenLifetime: 86_400,
  scopes: scopes.map((value) => ({ value, description: '' })),
  isSystem: false,
})
const grant = (clientId: string, audience: string, ...scope: string[]) => ({
  id: `${clientId} ${audience}`,
  clientId,
  audience,
  ...listed(...scope),
  isSystem: false,
  needsOrganization: false,
})
const tenant: Picture = {
  clients: [client('b1', 'Billing'), client('r1', 'Report'), client('r2', 'Report')],
  apis: [api('urn:orders', 'Orders', 'read', 'write'), api('urn:a', 'Twin', 'x'), api('urn:b', 'Twin', 'x')],
  grants: [
    grant('b1', 'urn:orders', 'read'),
    grant('r1', 'urn:orders', 'read', 'write'),
    grant('r1', 'urn:a', 'x'),
  ],
}
const grantsOnly = (...grants: [string, string, ...string[]][]): AccessDocument => ({
  clients: [],
  apis: [],
  grants: grants.map(([name, audience, ...scope], index) => ({
    client: { name },
    audience,
    access: listed(...scope),
    at: at(index + 1),
  })),
})
const told = (...args: Parameters<typeof compare>) =>
  compare(...args).verdicts.map((each) => `${each.at.line} ${each.outcome}: ${each.subject}: ${each.says}`)

describe('carried out', () => {
  test('it makes an empty tenant say what the document says', () => {
    assert(
      property(arbitraryDocument, (document) => {
        const { steps, verdicts } = compare(document, nothing)
        expect(verdicts.filter(({ outcome }) => outcome === 'refused')).toEqual([])
        expect(plain(documentOf(pretend(nothing, steps)))).toEqual(plain(document))
      }),
    )
  })

  test('it leaves nothing to do and takes nothing away, whatever was there', () => {
    assert(
      property(arbitraryDocument, arbitraryDocument, (before, document) => {
        const there = pretend(nothing, compare(before, nothing).steps)
        const after = pretend(there, compare(document, there).steps)
        expect(compare(document, after).steps).toEqual([])
        expect(compare(before, after).steps).toEqual([])
      }),
    )
  })

  test('exactly, it leaves nothing to do, exactly', () => {
    assert(
      property(arbitraryDocument, arbitraryDocument, (before, document) => {
        const there = pretend(nothing, compare(before, nothing).steps)
        const after = pretend(there, compare(document, there, true).steps)
        expect(compare(document, after, true).steps).toEqual([])
      }),
    )
  })
})

test('each line is told what becomes of it, in words', () => {
  const document = grantsOnly(
    ['Billing', 'Orders', 'write'],
    ['b1', 'urn:orders', 'read'],
    ['Billing', 'urn:a', 'x'],
    ['Nobody', 'Orders', 'read'],
    ['Billing', 'urn:nowhere', 'read'],
    ['Billing', 'Orders', 'delete'],
    ['Report', 'Orders', 'read'],
    ['r2', 'Twin', 'x'],
    ['r2', 'urn:b'],
  )
  expect(told(document, tenant)).toEqual([
    '1 change: Billing → Orders: Adds write.',
    '2 change: Billing → Orders: Adds write.',
    '3 create: Billing → Twin: Authorizes it with x.',
    '4 refused: Nobody → Orders: The tenant has no client Nobody.',
    '5 refused: Billing → urn:nowhere: The tenant has no API urn:nowhere.',
    '6 refused: Billing → Orders: Orders has no scope delete.',
    '7 refused: Report → Orders: 2 clients are called Report. Put the id of one there: r1 and r2.',
    '8 refused: r2 → Twin: 2 APIs are called Twin. Put the identifier of one there: urn:a and urn:b.',
    '9 create: Report → Twin: Authorizes it with no scopes.',
  ])
  expect(compare(document, tenant).verdicts[6]?.candidates).toEqual([
    { id: 'r1', name: 'Report' },
    { id: 'r2', name: 'Report' },
  ])
})

test('a client that can’t be created is not mistaken for another of its name', () => {
  const of = { description: '', grantTypes: [], authMethod: undefined }
  const document: AccessDocument = {
    clients: [
      { ...of, id: 'x1', name: 'New', type: 'non_interactive', at: at(1) },
      { ...of, id: 'x2', name: 'New', type: 'non_interactive', at: at(2) },
      { ...of, id: 'x3', name: 'Odd', type: 'sso_integration', at: at(3) },
      { ...of, id: 'x4', name: 'No secret', type: 'spa', grantTypes: ['client_credentials'], at: at(4) },
    ],
    apis: [],
    grants: [
      { client: { id: 'x2', name: 'New' }, audience: 'urn:orders', access: listed('read'), at: at(5) },
    ],
  }
  expect(told(document, tenant)).toEqual([
    '1 create: New: Creates the client, type Non Interactive.',
    '2 refused: New: Another client here has this name.',
    '3 refused: Odd: Clients of type sso_integration can’t be created here.',
    expect.stringMatching(/^4 refused: No secret: A client without a secret can’t use client credentials/),
    '5 refused: New → urn:orders: The client New is not taken, see there.',
  ])
})

test('an API’s scopes are added; with one that can’t be, none is', () => {
  const of = (line: number, identifier: string, ...values: string[]) => ({
    ...api(identifier, 'Orders', ...values),
    at: at(line),
  })
  const apis = [of(1, 'urn:orders', 'read', 'list'), of(2, 'urn:new', 'a', 'b c'), of(3, 'urn:other', 'a')]
  expect(told({ clients: [], apis, grants: [] }, tenant)).toEqual([
    '1 change: Orders: Adds list.',
    '2 refused: Orders: b c: A scope can’t contain spaces: a space separates two scopes.',
    '3 create: Orders: Creates the API with 1 scope, tokens signed with RS256.',
  ])
})

describe('exactly', () => {
  test('takes away what the document leaves out of the clients it names', () => {
    const document = grantsOnly(['r1', 'urn:orders', 'write'])
    expect(compare(document, tenant, true).steps.map(({ change }) => change)).toEqual([
      expect.objectContaining({
        kind: 'grant.update',
        clientId: 'r1',
        from: listed('read', 'write'),
        to: listed('write'),
      }),
      expect.objectContaining({ kind: 'grant.delete', clientId: 'r1', audience: 'urn:a' }),
    ])
  })

  test('takes nothing from a client of which a line was refused', () => {
    const document = grantsOnly(['r1', 'urn:orders', 'write'], ['r1', 'urn:nowhere', 'x'])
    expect(compare(document, tenant, true).steps.map(({ change }) => change.kind)).toEqual(['grant.update'])
  })

  test('retires a scope after the grants that hold it', () => {
    const apis = [{ ...api('urn:orders', 'Orders', 'read'), at: at(1) }]
    const { steps } = compare({ clients: [], apis, grants: [] }, tenant, true)
    expect(steps.map(({ change }) => change)).toEqual([
      expect.objectContaining({ kind: 'grant.update', clientId: 'r1', to: listed('read') }),
      { kind: 'scope.delete', apiId: 'id of urn:orders', value: 'write' },
    ])
  })

  test('takes nothing from the clients that the dashboard lives on', () => {
    const own = { ...client('r1', 'Own'), protectedBecause: 'This dashboard uses it.' }
    const document = grantsOnly(['r1', 'urn:orders', 'read', 'write'])
    expect(compare(document, { ...tenant, clients: [own] }, true).steps).toEqual([])
    expect(compare(document, tenant, true).steps).toHaveLength(1)
  })

  test('leaves alone what is the tenant’s own', () => {
    const system = { ...api('urn:system', 'System', 'all'), isSystem: true }
    const own = { ...grant('b1', 'urn:orders', 'read'), isSystem: true }
    const there = { ...tenant, apis: [...tenant.apis, system], grants: [own] }
    const apis = [{ ...api('urn:system', 'System'), at: at(1) }]
    expect(compare({ ...grantsOnly(['b1', 'urn:a', 'x']), apis }, there, true).steps).toEqual([
      { change: expect.objectContaining({ kind: 'grant.create', audience: 'urn:a' }) },
    ])
    expect(told(grantsOnly(['b1', 'urn:orders', 'write']), there)).toEqual([
      '1 refused: Billing → Orders: The tenant made this grant itself and keeps it.',
    ])
  })
})

/** What counts of a document where ids and order differ. */
function plain({ clients, apis, grants }: AccessDocument) {
  return {
    clients: clients.map(({ id, at, ...rest }) => ({
      ...rest,
      grantTypes:
        rest.grantTypes.length > 0 ? rest.grantTypes : clientDefaults[rest.type as ClientType].grantTypes,
    })),
    apis: apis.map(({ id, at, ...rest }) => rest),
    grants: grants.map(({ id, at, client, ...rest }) => ({ client: client.name, ...rest })),
  }
}
