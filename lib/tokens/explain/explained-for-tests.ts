import type { TokenApi, TokenClient } from '../token'
import { plain } from '../words'
import { explain } from './explain'
import type { Known } from './explanation'

const issuer = 'https://t.example/'
export const api: TokenApi = {
  id: 'a1',
  name: 'Orders API',
  identifier: 'https://orders.example/',
  signingAlgorithm: 'RS256',
  tokenLifetime: 86_400,
  scopes: ['read:a', 'read:b'].map((value) => ({ value, description: '' })),
  isSystem: false,
  isClosed: false,
  dialect: 'auth0',
  withPermissions: false,
}
const worker: TokenClient = {
  id: 'c1',
  name: 'worker',
  grantTypes: ['client_credentials'],
  authMethod: 'client_secret_post',
  access: { scope: ['read:a'], allScopes: false },
  needsOrganization: false,
  quota: null,
}
const stranger: TokenClient = { ...worker, id: 'c2', name: 'stranger', access: null }
const browserApp: TokenClient = {
  ...worker,
  id: 'c3',
  name: 'storefront',
  authMethod: 'none',
  grantTypes: [],
}
const now = new Date('2026-11-24T12:00:00Z')
export const known: Known = {
  issuer,
  api,
  clients: [worker, stranger, browserApp],
  complete: true,
  client: worker,
  need: '',
  now,
  timeZone: 'UTC',
}
export const hs256 = { ...known, api: { ...api, signingAlgorithm: 'HS256' } }

/** Every finding as "no: sentence [mend]". */
export const said = (text: string, of: Known = known) =>
  explain(text, of).flatMap(({ findings }) =>
    findings.map(
      ({ verdict, words, mend }) => `${verdict}: ${plain(words)}${mend ? ` [${mendText(mend)}]` : ''}`,
    ),
  )
const mendText = (mend: object) => Object.values(mend).flat().join(' ')

export const seconds = now.getTime() / 1000
export const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
export const jwt = (claims: object = {}, header: object = {}) =>
  `${part({ alg: 'RS256', typ: 'JWT', ...header })}.${part({
    iss: issuer,
    aud: api.identifier,
    sub: 'c1@clients',
    azp: 'c1',
    iat: seconds - 60,
    exp: seconds + 3600,
    scope: 'read:a',
    ...claims,
  })}.c2lnbmF0dXJl`
