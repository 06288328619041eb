import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { tenantForTests } from '../../bin/tenant-for-tests.ts'
import { management } from './management'

let tenant: Awaited<ReturnType<typeof tenantForTests>>
beforeAll(async () => {
  tenant = await tenantForTests()
  Object.assign(process.env, tenant.environment)
})
afterAll(() => tenant.stop())

const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})

/** A client of the tenant that proves itself with the key and may read clients. */
async function newClientWithKey(): Promise<string> {
  const { client_id: clientId = '' } = await management((api) =>
    api.clients.create({
      name: 'Grantboard with a key',
      app_type: 'non_interactive',
      grant_types: ['client_credentials'],
      jwt_configuration: { alg: 'RS256' },
      client_authentication_methods: {
        private_key_jwt: { credentials: [{ credential_type: 'public_key', name: 'key', pem: publicKey }] },
      },
    }),
  )
  await management((api) =>
    api.clientGrants.create({
      client_id: clientId,
      audience: `${tenant.issuer}api/v2/`,
      scope: ['read:clients'],
    }),
  )
  return clientId
}

test('a Management API client that has a key and no secret', async () => {
  const MANAGEMENT_CLIENT_ID = await newClientWithKey()
  Object.assign(process.env, {
    MANAGEMENT_CLIENT_ID,
    MANAGEMENT_CLIENT_SECRET: '',
    MANAGEMENT_CLIENT_SIGNING_KEY: privateKey,
  })
  vi.resetModules() // the configuration is read once in the life of a process
  const door = await import('./management')

  const client = await door.management((api) => api.clients.get(MANAGEMENT_CLIENT_ID))
  expect(client.name).toBe('Grantboard with a key')
  await expect(door.management((api) => api.resourceServers.list())).rejects.toMatchObject({
    code: 'forbidden',
  })
})
