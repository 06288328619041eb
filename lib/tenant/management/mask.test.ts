import { expect, it } from 'vitest'
import { masked } from './mask.ts'
import { operationName } from './operation-names.ts'
import { routes } from './routes.ts'

it('hides secrets wherever they are, and says which', () => {
  const key = '-----BEGIN PRIVATE KEY-----\nMII\n-----END PRIVATE KEY-----'
  expect(
    masked([
      { name: 'a', client_secret: 'x', jwt_configuration: { secret_encoded: false } },
      { signing_secret: 12345, password: 'x', token_endpoint_auth_method: 'client_secret_post' },
      { addons: { layer: { keyId: 'x', scopes: ['x', true, null] } } },
      { client_authentication_methods: { private_key_jwt: { credentials: [{ id: 'cred_1', pem: key }] } } },
      {
        apiKey: 'x',
        access_key: 'x',
        private_key: 'x',
        empty_secret: '',
        deep: { user_secret: { of: ['x'] } },
      },
    ]),
  ).toEqual({
    shown: [
      { name: 'a', client_secret: '*****', jwt_configuration: { secret_encoded: false } },
      { signing_secret: '*****', password: '*****', token_endpoint_auth_method: 'client_secret_post' },
      { addons: { layer: { keyId: '*****', scopes: ['*****', true, null] } } },
      {
        client_authentication_methods: { private_key_jwt: { credentials: [{ id: 'cred_1', pem: '*****' }] } },
      },
      {
        apiKey: '*****',
        access_key: '*****',
        private_key: '*****',
        empty_secret: '',
        deep: { user_secret: { of: ['*****'] } },
      },
    ],
    secrets: [
      'client_secret',
      'signing_secret',
      'password',
      'addons',
      'pem',
      'apiKey',
      'access_key',
      'private_key',
      'user_secret',
    ],
  })
})

it('takes what is no object', () => {
  for (const value of [null, undefined, 1, 'text', true])
    expect(masked(value)).toEqual({ shown: value, secrets: [] })
})

it.each(
  routes.filter(({ method }) => method !== 'GET').map((route) => [`${route.method} ${route.path}`, route]),
)('%s has a name in the log', (operation, route) => {
  expect(operationName(route)).not.toBe(operation)
})
