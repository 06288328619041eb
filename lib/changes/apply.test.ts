import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tenantForTests } from '../../bin/tenant-for-tests.ts'
import { findGrant } from '../grants/find-grant'
import { holdersOf } from '../grants/holders'
import { management } from '../management/management'
import { apply } from './apply'
import { ConflictError } from './conflict'
import { readChanges } from './records'

const ada = { email: 'ada@grantboard.example' }
const grace = { email: 'grace@grantboard.example' }

let tenant: Awaited<ReturnType<typeof tenantForTests>>
beforeAll(async () => {
  tenant = await tenantForTests()
  Object.assign(process.env, tenant.environment)
})
afterAll(() => tenant.stop())

describe('a client', () => {
  test('is created as its type asks, and recorded with who and what', async () => {
    const id = await newClient('Billing worker')

    const client = await management((api) => api.clients.get(id))
    expect(client).toMatchObject({ name: 'Billing worker', grant_types: ['client_credentials'] })
    expect(await latest()).toMatchObject({
      author: ada.email,
      kind: 'client.create',
      state: 'applied',
      subject: { clientId: id, clientName: 'Billing worker' },
      after: { name: 'Billing worker', type: 'non_interactive' },
    })
  })

  test('changed by two admins in different fields keeps both', async () => {
    const clientId = await newClient('Two hands')

    await apply(
      { kind: 'client.update', clientId, from: { name: 'Two hands' }, to: { name: 'Renamed' } },
      ada,
    )
    await apply(
      { kind: 'client.update', clientId, from: { description: '' }, to: { description: 'Nightly' } },
      grace,
    )

    const client = await management((api) => api.clients.get(clientId))
    expect(client).toMatchObject({ name: 'Renamed', description: 'Nightly' })
  })

  test('changed by two admins in the same field tells the second, and overwrites nothing', async () => {
    const clientId = await newClient('Contested')
    await apply({ kind: 'client.update', clientId, from: { name: 'Contested' }, to: { name: 'Ada’s' } }, ada)

    const refused = apply(
      { kind: 'client.update', clientId, from: { name: 'Contested' }, to: { name: 'Grace’s' } },
      grace,
    )

    await expect(refused).rejects.toBeInstanceOf(ConflictError)
    await expect(refused).rejects.toMatchObject({ current: { name: 'Ada’s' }, changedBy: ada.email })
    expect((await management((api) => api.clients.get(clientId))).name).toBe('Ada’s')
    expect(await latest()).toMatchObject({
      author: grace.email,
      state: 'failed',
      reason: expect.stringMatching(/was changed by ada/),
    })
  })

  test('changed outside the dashboard is nobody’s doing that we know of', async () => {
    const clientId = await newClient('Ada made it')
    await management((api) => api.clients.update(clientId, { name: 'Elsewhere' }))

    const change = { clientId, from: { name: 'Ada made it' }, to: { name: 'Grace’s' } }
    const refused = apply({ kind: 'client.update', ...change }, grace)

    await expect(refused).rejects.toMatchObject({
      message: expect.stringMatching(/^Elsewhere was changed since you opened it\./),
      changedBy: undefined,
    })
  })

  test('changed by one admin and then, in another field, by a second names the first', async () => {
    const clientId = await newClient('Twice')
    const update = (from: object, to: object, admin: typeof ada) =>
      apply({ kind: 'client.update', clientId, from, to }, admin)
    await update({ name: 'Twice' }, { name: 'Grace’s' }, grace)
    await update({ description: '' }, { description: 'Nightly' }, ada)

    await expect(update({ name: 'Twice' }, { name: 'Ada’s' }, ada)).rejects.toMatchObject({
      changedBy: grace.email,
    })
  })

  test('that the dashboard lives on is not deleted', async () => {
    const clientId = tenant.environment.MANAGEMENT_CLIENT_ID

    await expect(apply({ kind: 'client.delete', clientId }, ada)).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('shows its secret to whoever asks, and no record holds it', async () => {
    const clientId = await newClient('Secretive')

    const secret = await apply({ kind: 'client.reveal_secret', clientId }, ada)
    const rotated = await apply({ kind: 'client.rotate_secret', clientId }, ada)

    expect(rotated).not.toBe(secret)
    expect((await latest()).kind).toBe('client.rotate_secret')
    const database = new DatabaseSync(join(tenant.environment.DATA_DIR, 'dashboard.db'))
    const everything = JSON.stringify(database.prepare('select * from changes').all())
    expect(everything).toContain('Secretive')
    expect(everything).not.toContain(secret)
    expect(everything).not.toContain(rotated)
  })
})

describe('scopes', () => {
  test('added by two admins at once are all there', async () => {
    const apiId = await newApi('urn:both')
    const add = (value: string, admin = ada) =>
      apply({ kind: 'scope.create', apiId, scopes: [{ value, description: '' }] }, admin)

    await Promise.all([add('read:a'), add('read:b', grace), add('read:c'), add('read:d', grace)])

    expect(await scopesOf(apiId)).toEqual(expect.arrayContaining(['read:a', 'read:b', 'read:c', 'read:d']))
  })

  test('that the API has already are refused and nothing is written', async () => {
    const apiId = await newApi('urn:known')
    const add = () =>
      apply({ kind: 'scope.create', apiId, scopes: [{ value: 'read:a', description: '' }] }, ada)
    await add()

    await expect(add()).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/has read:a already/),
    })
    expect(await scopesOf(apiId)).toEqual(['read:a'])
  })

  test('described anew in another tab are not overwritten', async () => {
    const apiId = await newApi('urn:described')
    await apply({ kind: 'scope.create', apiId, scopes: [{ value: 'read:a', description: 'Old' }] }, ada)
    await apply({ kind: 'scope.update', apiId, value: 'read:a', from: 'Old', to: 'Ada’s' }, ada)

    const late = apply({ kind: 'scope.update', apiId, value: 'read:a', from: 'Old', to: 'Grace’s' }, grace)

    await expect(late).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/It now says “Ada’s”/),
    })
  })

  test('removed by somebody else are said to be gone', async () => {
    const apiId = await newApi('urn:gone')

    const late = apply({ kind: 'scope.update', apiId, value: 'read:a', from: '', to: 'New' }, ada)

    await expect(late).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('a grant', () => {
  test('costs one write, and one read more when there was one before', async () => {
    const of = await parties('urn:cost')
    const before = tenant.proxy.seen().length

    const from = { scope: ['read:a'], allScopes: false }
    await apply({ kind: 'grant.create', ...of, to: from }, ada)
    expect(tenant.proxy.seen().slice(before)).toEqual(['POST /api/v2/client-grants'])

    await apply({ kind: 'grant.delete', ...of, from }, ada)
    expect(tenant.proxy.seen().slice(before + 1)).toEqual([
      'GET /api/v2/client-grants',
      expect.stringMatching(/^DELETE /),
    ])
  })

  test('asked for twice at once is made once, and both are told it is there', async () => {
    const of = await parties('urn:twice')
    const to = { scope: ['read:a'], allScopes: false }
    const authorize = () => apply({ kind: 'grant.create', ...of, to }, ada)

    const answers = await Promise.all([authorize(), authorize()])

    expect(answers).toEqual([to, to])
    expect((await holdersOf('urn:twice', ['read:a'])).listing).toHaveLength(1)
  })

  test('narrowed by somebody else is not overwritten', async () => {
    const of = await parties('urn:narrowed')
    const both = { scope: ['read:a', 'read:b'], allScopes: false }
    const one = { scope: ['read:a'], allScopes: false }
    await apply({ kind: 'grant.create', ...of, to: both }, ada)
    await apply({ kind: 'grant.update', ...of, from: both, to: one }, ada)

    const late = apply(
      { kind: 'grant.update', ...of, from: both, to: { scope: [], allScopes: false } },
      grace,
    )

    await expect(late).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/it now has 1 scope/),
    })
    expect((await findGrant(of.clientId, of.audience))?.scope).toEqual(['read:a'])
  })

  test('revoked outside the dashboard names nobody', async () => {
    const of = await parties('urn:outside')
    const from = { scope: ['read:a'], allScopes: false }
    await apply({ kind: 'grant.create', ...of, to: from }, ada)
    const grant = await findGrant(of.clientId, of.audience)
    await management((api) => api.clientGrants.delete(grant?.id ?? ''))

    const to = { scope: [], allScopes: false }
    await expect(apply({ kind: 'grant.update', ...of, from, to }, grace)).rejects.toMatchObject({
      message: expect.stringMatching(/was changed since you opened this page: it now has none/),
      changedBy: undefined,
    })
  })

  test('goes from listed scopes to all of them and back', async () => {
    const of = await parties('urn:all')
    const listed = { scope: ['read:a'], allScopes: false }
    const all = { scope: [], allScopes: true }
    await apply({ kind: 'grant.create', ...of, to: listed }, ada)

    await apply({ kind: 'grant.update', ...of, from: listed, to: all }, ada)
    expect(await findGrant(of.clientId, of.audience)).toMatchObject({ allScopes: true })
    await apply({ kind: 'grant.update', ...of, from: all, to: listed }, ada)
    expect(await findGrant(of.clientId, of.audience)).toMatchObject(listed)
  })

  test('revoked twice is gone once', async () => {
    const of = await parties('urn:revoked')
    const from = { scope: ['read:a'], allScopes: false }
    await apply({ kind: 'grant.create', ...of, to: from }, ada)

    expect(await apply({ kind: 'grant.delete', ...of, from }, ada)).toBeNull()
    expect(await apply({ kind: 'grant.delete', ...of, from }, ada)).toBeNull()
    expect(await findGrant(of.clientId, of.audience)).toBeNull()
  })
})

test('a write that was lost on the way is recorded as failed, in words', async () => {
  tenant.proxy.breakLine({ kind: 'drop', path: '/api/v2/clients', method: 'POST' })
  try {
    await expect(newClient('Lost')).rejects.toMatchObject({ code: 'unavailable' })
  } finally {
    tenant.proxy.breakLine()
  }
  const { state, reason } = await latest()
  expect(state).toBe('failed')
  expect(reason).toMatch(/can’t be reached. It is not known whether it made the change/)
})

test('a change that can’t be recorded is not said to be undone', async () => {
  const database = new DatabaseSync(join(tenant.environment.DATA_DIR, 'dashboard.db'))
  database.exec('alter table changes rename to elsewhere')
  try {
    await expect(newClient('Unrecorded')).rejects.toMatchObject({
      message: expect.stringMatching(/^The tenant made the change, but Grantboard could not record it/),
    })
  } finally {
    database.exec('alter table elsewhere rename to changes')
    database.close()
  }
})

test('an answer that makes no sense is recorded too', async () => {
  tenant.proxy.breakLine({
    kind: 'answer',
    path: '/api/v2/clients',
    method: 'POST',
    status: 201,
    body: '{"name":"Odd"}',
  })
  try {
    await expect(newClient('Odd')).rejects.toBeInstanceOf(TypeError)
  } finally {
    tenant.proxy.breakLine()
  }
  expect(await latest()).toMatchObject({
    state: 'failed',
    subject: { clientName: 'Odd' },
    reason: expect.stringMatching(/It is not known whether the tenant changed/),
  })
})

const newClient = (name: string) =>
  apply({ kind: 'client.create', input: { name, description: '', type: 'non_interactive' } }, ada)

const newApi = (identifier: string) =>
  apply({ kind: 'api.create', input: { name: identifier, identifier, signingAlgorithm: 'RS256' } }, ada)

async function parties(audience: string) {
  const clientId = await newClient(`client of ${audience}`)
  const apiId = await newApi(audience)
  const scopes = ['read:a', 'read:b'].map((value) => ({ value, description: '' }))
  await apply({ kind: 'scope.create', apiId, scopes }, ada)
  return { clientId, audience, clientName: 'client', apiName: 'API' }
}

async function scopesOf(apiId: string) {
  const { scopes = [] } = await management((api) => api.resourceServers.get(apiId))
  return scopes.map(({ value }) => value)
}

async function latest() {
  const [change] = (await readChanges(0, 1)).changes
  if (!change) throw new Error('nothing is recorded')
  return change
}
