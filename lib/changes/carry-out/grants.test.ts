import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tenantForTests } from '../../../bin/tenant-for-tests.ts'
import { findGrant } from '../../grants/find-grant'
import { holdersOf } from '../../grants/holders'
import { management } from '../../management/management'
import { apply } from '../apply'
import { ada, grace, parties } from './things-for-tests'

let tenant: Awaited<ReturnType<typeof tenantForTests>>
beforeAll(async () => {
  tenant = await tenantForTests()
  Object.assign(process.env, tenant.environment)
})
afterAll(() => tenant.stop())

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
