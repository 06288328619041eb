import type { AddressInfo } from 'node:net'
import express from 'express'
import { auth } from 'express-oauth2-jwt-bearer'
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newSigningKey } from '../new-signing-key.ts'
import { signingSecret, startOidc } from './testing/start-oidc.ts'
import { orders, tokenEndpoint } from './testing/token-endpoint.ts'

let tenant: Awaited<ReturnType<typeof startOidc>>
let endpoint: ReturnType<typeof tokenEndpoint>
beforeAll(async () => {
  tenant = await startOidc()
  endpoint = tokenEndpoint(tenant)
})
afterAll(() => tenant.stop())

describe('verified by others', () => {
  const keys = () => createRemoteJWKSet(new URL(`${tenant.address}.well-known/jwks.json`))

  test.each(['RS256', 'PS256', 'RS512'] as const)('%s by jose through the JWKS URL', async (signing_alg) => {
    await tenant.storage.resourceServers.update(orders, (api) => ({ ...api, signing_alg }))
    await expect.poll(publishedAlg, { timeout: 5000 }).toBe(signing_alg === 'RS256' ? 'RS256' : undefined)
    const { payload } = await jwtVerify(await endpoint.issue(), keys(), {
      issuer: tenant.issuer,
      audience: orders,
      algorithms: [signing_alg],
    })
    expect(payload.azp).toBe('worker')
    await tenant.storage.resourceServers.update(orders, (api) => ({ ...api, signing_alg: 'RS256' }))
  })

  async function publishedAlg() {
    const { keys } = await (await fetch(`${tenant.address}.well-known/jwks.json`)).json()
    return keys[0].alg
  }

  test('HS256 by jose with the API’s secret, and no other', async () => {
    const token = await endpoint.issue({ audience: 'urn:hs256' })
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'HS256', typ: 'JWT' })
    const verify = (secret: string) =>
      jwtVerify(token, new TextEncoder().encode(secret), { audience: 'urn:hs256' })
    await expect(verify(signingSecret)).resolves.toBeDefined()
    await expect(verify('another-secret-of-some-length-1234')).rejects.toThrow(
      'signature verification failed',
    )
  })

  describe.each([
    [
      'RS256',
      () => auth({ audience: orders, issuerBaseURL: tenant.issuer, tokenSigningAlg: 'RS256' }),
      orders,
    ],
    [
      'HS256',
      () =>
        auth({
          audience: 'urn:hs256',
          issuer: tenant.issuer,
          secret: signingSecret,
          tokenSigningAlg: 'HS256',
        }),
      'urn:hs256',
    ],
  ] as const)('an Express API, %s', (_, check, audience) => {
    async function call(token: string) {
      const server = express()
        .use(check())
        .get('/', (_request, response) => response.send('ok') as unknown as undefined)
        .use(quiet)
        .listen(0)
      const { status } = await fetch(`http://localhost:${(server.address() as AddressInfo).port}`, {
        headers: { authorization: `Bearer ${token}` },
      })
      server.close()
      return status
    }

    test('takes the token and refuses forgeries of it', async () => {
      const token = await endpoint.issue({ audience })
      const [header = '', payload = '', signature = ''] = token.split('.')
      expect(await call(token)).toBe(200)

      const claims = JSON.stringify({ ...decodeJwt(token), scope: 'admin' })
      const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')
      expect(await call(`${header}.${Buffer.from(claims).toString('base64url')}.${signature}`)).toBe(401)
      expect(await call(`${none}.${payload}.`)).toBe(401)

      const [key] = await tenant.storage.signingKeys.list()
      const confused = new SignJWT(decodeJwt(token)).setProtectedHeader({
        alg: 'HS256',
        typ: 'JWT',
        kid: key?.kid,
      })
      expect(await call(await confused.sign(new TextEncoder().encode(key?.cert)))).toBe(401)
    })
  })

  test('a token for another API is refused', async () => {
    await expect(jwtVerify(await endpoint.issue(), keys(), { audience: 'urn:hs256' })).rejects.toThrow('aud')
  })

  test('a next key is published before it signs, signs once it is current, and vanishes when revoked', async () => {
    const [first] = await tenant.storage.signingKeys.list()
    const next = await newSigningKey(tenant.issuer, 'next')
    await tenant.storage.signingKeys.insert(next)
    await expect.poll(publishedAlg, { timeout: 5000 }).toBe('RS256')
    expect(await published()).toEqual([first?.kid, next.kid])
    expect(decodeProtectedHeader(await endpoint.issue()).kid).toBe(first?.kid)

    await tenant.storage.signingKeys.update((keys) =>
      keys.map((key) => ({ ...key, state: key.kid === next.kid ? 'current' : 'previous' })),
    )
    const signedBy = async () => decodeProtectedHeader(await endpoint.issue()).kid
    await expect.poll(signedBy, { timeout: 5000 }).toBe(next.kid)
    await jwtVerify(await endpoint.issue(), keys())

    const revokedAt = new Date().toISOString()
    await tenant.storage.signingKeys.update((keys) =>
      keys.map((key) => (key.kid === next.kid ? key : { ...key, revokedAt })),
    )
    expect(await published()).toEqual([next.kid])
  })

  async function published() {
    const response = await fetch(`${tenant.address}.well-known/jwks.json`)
    const { keys } = (await response.json()) as { keys: Record<string, unknown>[] }
    expect(Object.keys(keys[0] ?? {})).toEqual(['kty', 'use', 'n', 'e', 'kid', 'x5t', 'x5c', 'alg'])
    return keys.map(({ kid }) => kid)
  }
})

/** Express would print the refusals. */
const quiet: express.ErrorRequestHandler = (error, _request, response, _next) => {
  response.status(error.status ?? 500).end()
}
