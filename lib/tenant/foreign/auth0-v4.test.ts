import { generateKeyPairSync } from 'node:crypto'
import { AuthApiError, AuthenticationClient, ManagementApiError, ManagementClient } from 'auth0-v4'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabases } from '../../database/test-databases.ts'
import { management, startTestTenant, type TestTenant } from '../test-tenant.ts'

const audience = 'https://stock.example/'

describe.each(testDatabases)('the auth0 package, version 4, on $dialect', ({ newDatabase }) => {
  let tenant: TestTenant
  let domain: string
  let auth0: ManagementClient
  beforeAll(async () => {
    tenant = await startTestTenant({ tls: true, databaseUrl: await newDatabase() })
    domain = new URL(tenant.issuer).host
    auth0 = new ManagementClient({ domain, ...management })
    const scopes = [{ value: 'read:stock' }, { value: 'write:stock' }]
    await auth0.resourceServers.create({ name: 'Stock', identifier: audience, scopes })
  })
  afterAll(() => tenant.stop())

  async function newClient(name: string, more = {}) {
    const { data } = await auth0.clients.create({ name, grant_types: ['client_credentials'], ...more })
    const { client_id: clientId } = data
    await auth0.clientGrants.create({ client_id: clientId, audience, scope: ['read:stock'] })
    return { clientId, clientSecret: data.client_secret }
  }

  it('makes, reads, changes and deletes clients, APIs and grants', async () => {
    const { clientId } = await newClient('Clerk')
    const { data } = await auth0.clients.update({ client_id: clientId }, { description: 'Sells' })
    expect(data.description).toBe('Sells')
    const clients = await auth0.clients.getAll({ include_totals: true, per_page: 2, page: 0 })
    expect(clients.data).toMatchObject({ start: 0, limit: 2, total: expect.any(Number) })

    const api = await auth0.resourceServers.get({ id: audience })
    expect(api.data.scopes).toEqual([{ value: 'read:stock' }, { value: 'write:stock' }])
    const grants = await auth0.clientGrants.getAll({ client_id: clientId })
    expect(grants.data).toMatchObject([{ audience, scope: ['read:stock'] }])
    await auth0.clientGrants.delete({ id: String(grants.data[0]?.id) })
    await auth0.clients.delete({ client_id: clientId })
    const missing = auth0.clients.get({ client_id: clientId })
    await expect(missing).rejects.toBeInstanceOf(ManagementApiError)
    await expect(missing).rejects.toMatchObject({
      statusCode: 404,
      errorCode: 'inexistent_client',
      msg: 'The client does not exist',
    })
  })

  it('makes a user with a role', async () => {
    const { data: role } = await auth0.roles.create({ name: 'Seller' })
    const { data: user } = await auth0.users.create({
      connection: 'Username-Password-Authentication',
      email: 'grace@example.com',
      password: 'correct horse battery',
    })
    await auth0.users.assignRoles({ id: user.user_id }, { roles: [role.id] })
    expect((await auth0.users.getRoles({ id: user.user_id })).data).toMatchObject([{ name: 'Seller' }])
    const found = await auth0.usersByEmail.getByEmail({ email: 'grace@example.com' })
    expect(found.data).toMatchObject([{ user_id: user.user_id }])
    await auth0.users.delete({ id: user.user_id })
    expect((await auth0.roles.getUsers({ id: role.id })).data).toEqual([])
  })

  it('reads settings, keys and logs', async () => {
    await auth0.tenants.updateSettings({ friendly_name: 'Acme' })
    expect((await auth0.tenants.getSettings()).data.friendly_name).toBe('Acme')
    expect((await auth0.keys.getAll()).data).toMatchObject([{ current: true }, { next: true }])
    const { data } = await auth0.logs.getAll({ q: 'type:sapi', sort: 'date:-1' })
    expect(data).toMatchObject([
      { description: 'Update tenant settings' },
      ...Array(data.length - 1).fill({}),
    ])
  })

  it('gets a token with a secret, for the scopes that were granted', async () => {
    const auth = new AuthenticationClient({ domain, ...(await newClient('Reader')) })
    const { data } = await auth.oauth.clientCredentialsGrant({ audience })
    expect(data).toMatchObject({ token_type: 'Bearer', expires_in: 86400 })
    expect(decodeJwt(data.access_token)).toMatchObject({
      aud: audience,
      scope: 'read:stock',
      iss: tenant.issuer,
    })
  })

  it('is refused with Auth0’s words', async () => {
    const { clientId, clientSecret } = await newClient('Wrong')
    const ask = async (secret: string, audience: string) =>
      new AuthenticationClient({ domain, clientId, clientSecret: secret }).oauth.clientCredentialsGrant({
        audience,
      })
    await expect(ask('wrong', audience)).rejects.toBeInstanceOf(AuthApiError)
    await expect(ask('wrong', audience)).rejects.toMatchObject({
      statusCode: 401,
      error: 'access_denied',
      error_description: 'Unauthorized',
    })
    await expect(ask(clientSecret, 'urn:unknown')).rejects.toMatchObject({
      statusCode: 403,
      error: 'access_denied',
      error_description: 'Service not found: urn:unknown',
    })
  })

  it('gets a token with a private key', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    })
    const credentials = [{ credential_type: 'public_key', name: 'Key', pem: publicKey }]
    const { clientId } = await newClient('Signer', {
      client_authentication_methods: { private_key_jwt: { credentials } },
    })
    const ask = (clientAssertionSigningKey: string) =>
      new AuthenticationClient({ domain, clientId, clientAssertionSigningKey }).oauth.clientCredentialsGrant({
        audience,
      })
    const { data } = await ask(privateKey)
    expect(decodeJwt(data.access_token)).toMatchObject({ azp: clientId, scope: 'read:stock' })

    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
    const refused = ask(other.export({ type: 'pkcs8', format: 'pem' }).toString())
    await expect(refused).rejects.toMatchObject({ statusCode: 401 })
  })
})
