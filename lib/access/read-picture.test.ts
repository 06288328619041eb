import { afterAll, beforeAll, expect, test } from 'vitest'
import { tenantForTests } from '../../bin/tenant-for-tests.ts'
import { management } from '../management/management'
import { mirrorForTests } from '../mirror/testing/follower'
import { heldAt } from './picture'
import { readPicture } from './read-picture'

const orders = 'urn:orders'

let tenant: Awaited<ReturnType<typeof tenantForTests>>
let mirror: Awaited<ReturnType<typeof mirrorForTests>>
beforeAll(async () => {
  tenant = await tenantForTests()
  mirror = await mirrorForTests()
  Object.assign(process.env, tenant.environment, { DATA_DIR: mirror.place.DATA_DIR })
  mirror.follow()
  await mirror.upToDate()
})
afterAll(async () => {
  await mirror.close()
  await tenant.stop()
})

test('a picture is kept until the mirror knows of a change', async () => {
  const { id = '' } = await management((api) =>
    api.resourceServers.create({ name: 'Orders', identifier: orders, scopes: [{ value: 'read:orders' }] }),
  )
  const { client_id = '' } = await management((api) =>
    api.clients.create({ name: 'Billing', app_type: 'non_interactive' }),
  )
  const held = async () => heldAt((await readPicture()).held, client_id, orders)
  const before = await readPicture()
  expect(await held()).toBeNull()
  expect((await readPicture()).picture).toBe(before.picture)

  await management((api) => api.clientGrants.create({ client_id, audience: orders, scope: ['read:orders'] }))
  expect(await held()).toEqual({ scope: ['read:orders'], allScopes: false })
  await management((api) => api.resourceServers.delete(id))
  expect(await held()).toBeNull()
  const { picture } = await readPicture()
  expect(picture.apis.map(({ identifier }) => identifier)).not.toContain(orders)
})
