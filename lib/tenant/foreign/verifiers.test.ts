import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { auth, requiredScopes } from 'express-oauth2-jwt-bearer'
import { createRemoteJWKSet, decodeJwt, exportSPKI, importJWK, jwtVerify, SignJWT } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { testDatabases } from '../../database/test-databases.ts'
import { management, request, startTestTenant, type TestTenant } from '../test-tenant.ts'

const secret = 'a-signing-secret-of-some-length-1'
const algorithms = ['RS256', 'HS256', 'PS256'] as const
type Algorithm = (typeof algorithms)[number]

const audienceOf = (algorithm: Algorithm) => `https://${algorithm.toLowerCase()}.example/`

describe.each(testDatabases)('tokens of a tenant on $dialect', ({ newDatabase }) => {
  let tenant: TestTenant
  const servers: Server[] = []
  beforeAll(async () => {
    tenant = await startTestTenant({ tls: true, databaseUrl: await newDatabase() })
    // A verifier of PS256 must not be told that the keys are for RS256.
    await tenant.call('PATCH', '/tenants/settings', { flags: { remove_alg_from_jwks: true } })
    const { clientId: client_id } = management
    for (const signing_alg of algorithms) {
      const audience = audienceOf(signing_alg)
      await tenant.call('POST', '/resource-servers', {
        identifier: audience,
        signing_alg,
        scopes: [{ value: 'read:orders' }],
        ...(signing_alg === 'HS256' && { signing_secret: secret }),
      })
      await tenant.call('POST', '/client-grants', { client_id, audience, scope: ['read:orders'] })
    }
  })
  afterEach(() => vi.useRealTimers())
  afterAll(async () => {
    for (const server of servers) {
      server.closeAllConnections()
      server.close()
    }
    await tenant.stop()
  })

  async function tokenFor(algorithm: Algorithm): Promise<string> {
    const { body } = await request(new URL('oauth/token', tenant.issuer), {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: management.clientId,
        client_secret: management.clientSecret,
        audience: audienceOf(algorithm),
      }),
    })
    return String(body.access_token)
  }

  /** An API that Auth0's own middleware protects; the caller of it resolves with the status of an answer. */
  async function protectedApi(algorithm: Algorithm, scope = 'read:orders', issuer = tenant.issuer) {
    const options = { audience: audienceOf(algorithm), tokenSigningAlg: algorithm }
    const app = express()
    app.use(
      algorithm === 'HS256'
        ? auth({ ...options, issuer, secret })
        : auth({ ...options, issuer, jwksUri: `${tenant.issuer}.well-known/jwks.json` }),
    )
    app.get('/', requiredScopes(scope), (_request, response) => void response.json({ ok: true }))
    app.use(sayNothing)
    const server = app.listen(0, '127.0.0.1')
    servers.push(server)
    await once(server, 'listening')
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    return async (token: string) =>
      (await fetch(url, { headers: { authorization: `Bearer ${token}` } })).status
  }

  it.each(algorithms)('express-oauth2-jwt-bearer takes %s', async (algorithm) => {
    const call = await protectedApi(algorithm)
    expect(await call(await tokenFor(algorithm))).toBe(200)
  })

  it('it finds the keys by the issuer alone', async () => {
    const app = express()
    app.use(auth({ issuerBaseURL: tenant.issuer, audience: audienceOf('RS256'), tokenSigningAlg: 'RS256' }))
    app.get('/', (_request, response) => void response.json({ ok: true }))
    const server = app.listen(0, '127.0.0.1')
    servers.push(server)
    await once(server, 'listening')
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    const token = await tokenFor('RS256')
    expect((await fetch(url, { headers: { authorization: `Bearer ${token}` } })).status).toBe(200)
    expect((await fetch(url)).status).toBe(401)
  })

  it('it refuses another audience, another issuer, a missing scope', async () => {
    const token = await tokenFor('RS256')
    expect(await (await protectedApi('PS256'))(token)).toBe(401)
    expect(await (await protectedApi('RS256', 'read:orders', 'https://other.example/'))(token)).toBe(401)
    expect(await (await protectedApi('RS256', 'write:orders'))(token)).toBe(403)
  })

  it.each(algorithms)('it refuses %s that has expired', async (algorithm) => {
    const call = await protectedApi(algorithm)
    const token = await tokenFor(algorithm)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 25 * 3_600_000 })
    expect(await call(token)).toBe(401)
  })

  it('it refuses no signature, one by the public key, and one by another secret', async () => {
    const token = await tokenFor('RS256')
    const [, payload] = token.split('.')
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')
    const call = await protectedApi('RS256')
    expect(await call(`${none}.${payload}.`)).toBe(401)

    const { keys } = await (await fetch(new URL('.well-known/jwks.json', tenant.issuer))).json()
    const pem = await exportSPKI((await importJWK(keys[0], 'RS256')) as CryptoKey)
    const signed = (text: string) =>
      new SignJWT(decodeJwt(token))
        .setProtectedHeader({ alg: 'HS256', kid: keys[0].kid })
        .sign(Buffer.from(text))
    expect(await call(await signed(pem))).toBe(401)
    expect(await call(await signed(secret))).toBe(401)
    expect(await (await protectedApi('HS256'))(token)).toBe(401)
  })

  it.each(['RS256', 'PS256'] as const)('jose takes %s, and nothing else', async (algorithm) => {
    const keys = createRemoteJWKSet(new URL('.well-known/jwks.json', tenant.issuer))
    const wanted = { issuer: tenant.issuer, audience: audienceOf(algorithm), algorithms: [algorithm] }
    const token = await tokenFor(algorithm)
    const { payload, protectedHeader } = await jwtVerify(token, keys, wanted)
    expect(protectedHeader).toMatchObject({ alg: algorithm, typ: 'JWT' })
    expect(payload).toMatchObject({
      iss: tenant.issuer,
      sub: `${management.clientId}@clients`,
      azp: management.clientId,
      gty: 'client-credentials',
      scope: 'read:orders',
    })
    await expect(jwtVerify(token, keys, { ...wanted, audience: 'urn:other' })).rejects.toThrow(/"aud"/)
    await expect(jwtVerify(token, keys, { ...wanted, issuer: 'https://other/' })).rejects.toThrow(/"iss"/)
    await expect(jwtVerify(token, keys, { ...wanted, algorithms: ['RS512'] })).rejects.toThrow(/alg/)
    const later = new Date(Date.now() + 25 * 3_600_000)
    await expect(jwtVerify(token, keys, { ...wanted, currentDate: later })).rejects.toThrow(/"exp"/)
  })

  it('jose takes HS256 with the secret of the API', async () => {
    const wanted = { issuer: tenant.issuer, audience: audienceOf('HS256'), algorithms: ['HS256'] }
    const token = await tokenFor('HS256')
    expect(await jwtVerify(token, Buffer.from(secret), wanted)).toMatchObject({
      payload: { scope: 'read:orders' },
    })
    await expect(jwtVerify(token, Buffer.from(`${secret}2`), wanted)).rejects.toThrow(/signature/)
  })
})

/** The middleware's refusals would be printed otherwise. */
const sayNothing: express.ErrorRequestHandler = (error, _request, response, _next) => {
  response.status(error.status ?? 500).end()
}
