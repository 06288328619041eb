import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tenantForTests } from '../../../bin/tenant-for-tests.ts'
import { apply } from '../apply'
import { ada, grace, newApi, scopesOf } from './things-for-tests'

let tenant: Awaited<ReturnType<typeof tenantForTests>>
beforeAll(async () => {
  tenant = await tenantForTests()
  Object.assign(process.env, tenant.environment)
})
afterAll(() => tenant.stop())

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
