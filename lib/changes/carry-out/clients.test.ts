import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tenantForTests } from '../../../bin/tenant-for-tests.ts'
import { management } from '../../management/management'
import { apply } from '../apply'
import { ConflictError } from '../conflict'
import { ada, grace, latest, newClient } from './things-for-tests'

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
