import { createSecretKey, generateKeyPairSync } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

/** A bare oidc-provider: everything in memory, its own `client_credentials`, no log, tokens signed with `argv[2]`. */
const alg = process.argv[2] === 'HS256' ? 'HS256' : 'RS256'
const secret = createSecretKey(Buffer.alloc(32, 1))
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

const provider = new Provider('http://localhost/', {
  clients: [
    {
      client_id: 'client',
      client_secret: 'secret',
      token_endpoint_auth_method: 'client_secret_post',
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
    },
  ],
  features: {
    clientCredentials: { enabled: true },
    devInteractions: { enabled: false },
    resourceIndicators: {
      enabled: true,
      getResourceServerInfo: () => ({
        scope: 'read:orders',
        audience: 'https://orders.example/',
        accessTokenTTL: 86_400,
        accessTokenFormat: 'jwt',
        jwt: { sign: alg === 'HS256' ? { alg, key: secret } : { alg } },
      }),
    },
  },
  jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: 'key' }] },
  ttl: { ClientCredentials: 86_400 },
})
const server = provider.listen(0, '127.0.0.1', () => {
  process.stdout.write(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}/token\n`)
})
