import { describe, expect, test } from 'vitest'
import type { Access, Grant } from '../../grants/grant'
import type { Change } from '../change'
import type { Step } from '../change-set'
import { grantKey, type Picture } from './picture'
import { planOf } from './plan'

const access = (...scope: string[]): Access => ({ scope, allScopes: false })
const grant = (clientId: string, audience: string, ...scope: string[]): Grant => ({
  id: `cgr ${clientId}`,
  clientId,
  audience,
  scope,
  allScopes: false,
  isSystem: false,
  needsOrganization: false,
})
const client = (id: string) => ({
  id,
  name: id,
  description: '',
  type: 'non_interactive',
  grantTypes: ['client_credentials'],
  authMethod: 'client_secret_post' as const,
})
const api = (identifier: string, ...scopes: string[]) => ({
  id: `id of ${identifier}`,
  name: identifier,
  identifier,
  signingAlgorithm: 'RS256',
  tokenLifetime: 3600,
  scopes: scopes.map((value) => ({ value, description: '' })),
  isSystem: identifier.endsWith('/api/v2/'),
})

const system = 'https://acme.example/api/v2/'
const picture = (...grants: Grant[]): Picture => ({
  at: '2026-11-25T12:03:00.000Z',
  clients: new Map(['billing', 'fraud'].map((id) => [id, client(id)])),
  apis: new Map(
    [api('orders', 'read:orders', 'create:orders'), api(system, 'update:client_grants', 'read:clients')].map(
      (api) => [api.identifier, api],
    ),
  ),
  grants: new Map(grants.map((grant) => [grantKey(grant.clientId, grant.audience), grant])),
})

const plan = (changes: Change[], picture: Picture) =>
  planOf(
    changes.map(
      (change, n): Step => ({
        id: n + 1,
        slot: `${n}`,
        change,
        at: '',
        author: '',
        undoes: null,
        state: 'planned',
        said: null,
        stateAt: null,
        took: null,
      }),
    ),
    picture,
  )
const of = (clientId: string, audience = 'orders') => ({
  clientId,
  clientName: clientId,
  audience,
  apiName: audience,
})
const create = (clientId: string, to: Access, audience?: string): Change => ({
  kind: 'grant.create',
  ...of(clientId, audience),
  to,
})
const update = (clientId: string, from: Access, to: Access): Change => ({
  kind: 'grant.update',
  ...of(clientId),
  from,
  to,
})
const verdicts = (changes: Change[], at: Picture) => plan(changes, at).steps.map(({ verdict }) => verdict)

describe('a change against the tenant', () => {
  test('is ready, has nothing to do, or meets what somebody else made', () => {
    const held = picture(grant('billing', 'orders', 'read:orders'))
    const wanted = access('create:orders')
    expect(
      verdicts(
        [
          update('billing', access('read:orders'), wanted),
          create('fraud', access()),
          update('fraud', access('read:orders'), access()),
        ],
        held,
      ),
    ).toEqual([
      { kind: 'ready' },
      { kind: 'ready' },
      { kind: 'nothing' }, // the change before has made it so
    ])
    expect(verdicts([update('billing', access(), wanted)], held)).toEqual([
      { kind: 'conflict', said: 'It now has read:orders.' },
    ])
  })

  test('is impossible when what it needs is gone', () => {
    expect(verdicts([create('nobody', access())], picture())).toMatchObject([
      { kind: 'impossible', said: 'nobody is gone from the tenant.' },
    ])
    expect(verdicts([create('fraud', access('delete:orders'))], picture())).toMatchObject([
      { kind: 'impossible', said: 'orders has no scope delete:orders.' },
    ])
  })

  test('is judged by what the changes before it make', () => {
    const scope: Change = {
      kind: 'scope.create',
      apiId: 'id of orders',
      scopes: [{ value: 'delete:orders', description: '' }],
    }
    expect(verdicts([scope, create('fraud', access('delete:orders'))], picture())).toEqual([
      { kind: 'ready' },
      { kind: 'ready' },
    ])
  })
})

describe('the effects of a set', () => {
  test('are who gains and who loses what, and what nobody would hold', () => {
    const held = picture(
      grant('billing', 'orders', 'read:orders', 'create:orders'),
      grant('fraud', 'orders', 'read:orders'),
    )
    const { effects, calls } = plan(
      [
        update('billing', access('read:orders', 'create:orders'), access('read:orders')),
        { kind: 'grant.delete', ...of('fraud'), from: access('read:orders') },
      ],
      held,
    )

    expect(effects.losses).toMatchObject([
      { clientId: 'billing', scopes: ['create:orders'], tokenLifetime: 3600, isWhole: false },
      { clientId: 'fraud', scopes: ['read:orders'], isWhole: true },
    ])
    expect(effects).toMatchObject({
      gains: [],
      unheld: [{ scope: 'create:orders', apiName: 'orders' }],
    })
    expect(calls).toBe(4)
  })

  test('tell of a client that could give itself more', () => {
    const { effects } = plan([create('fraud', access('update:client_grants'), system)], picture())

    expect(effects.escalations).toEqual([
      { stepId: 1, clientName: 'fraud', scope: 'update:client_grants', how: 'Can grant itself any scope' },
    ])
    expect(effects.systemClients).toEqual(['fraud'])
  })

  test('of deleting a client are all it could do', () => {
    const held = picture(grant('billing', 'orders', 'read:orders'))
    const { effects, steps } = plan([{ kind: 'client.delete', clientId: 'billing' }], held)

    expect(effects.losses).toMatchObject([{ clientName: 'billing', scopes: ['read:orders'], isWhole: true }])
    expect(steps[0]?.final).toBe('A deleted client’s ID and secret never come back.')
  })
})

test('a thousand changes of five thousand grants are planned within a second of work', () => {
  const grants = Array.from({ length: 5000 }, (_, n) => grant(`client ${n}`, 'orders', 'read:orders'))
  const held = picture(...grants)
  for (const { clientId } of grants) held.clients.set(clientId, client(clientId))
  const changes = grants
    .slice(0, 1000)
    .map(({ clientId }) => update(clientId, access('read:orders'), access('create:orders')))

  const before = process.cpuUsage()
  const { effects } = plan(changes, held)
  expect(effects.losses).toHaveLength(1000)
  const { user } = process.cpuUsage(before) // the machine may be busy with something else meanwhile
  expect(user / 1000).toBeLessThan(1000)
})
