import { describe, expect, test } from 'vitest'
import { api, said } from './explained-for-tests'

describe('a token request', () => {
  const body = (changed: object = {}) =>
    JSON.stringify({
      grant_type: 'client_credentials',
      client_id: 'c1',
      client_secret: '$SECRET',
      audience: api.identifier,
      ...changed,
    })

  test('that is right is said to be', () => {
    expect(said(body({ scope: 'read:a' }))).toEqual([
      'yes: With the right secret worker gets a token for this [ask Ask here for read:a c1 read:a]',
    ])
  })

  test.each<[string, string, string]>([
    [
      'scopes=',
      `grant_type=client_credentials&client_id=c1&audience=https%3A%2F%2Forders.example%2F&scopes=read%3Aa`,
      'It says scopes; the parameter is scope. The tenant passes over what it does not know, so the token has all scopes of the grant [ask Ask here for read:a c1 read:a]',
    ],
    ['commas', body({ scope: 'read:a,read:b' }), 'scopes are separated by spaces'],
    ['a list', body({ scope: ['read:a', 'read:b'] }), 'is a list; it has to be one string'],
    [
      'a slash too few',
      body({ audience: 'https://orders.example' }),
      'https://orders.example/ ends with a slash, and this one does not',
    ],
    ['capitals', body({ audience: 'https://Orders.example/' }), 'the same capital and small letters'],
    ['another API', body({ audience: 'urn:x' }), 'which is not this API'],
    ['no audience', body({ audience: undefined }), 'It has no audience'],
    ['resource', body({ audience: undefined, resource: 'x' }), 'the parameter is audience'],
    ['another grant type', body({ grant_type: 'password' }), 'Its grant type is password'],
    ['no grant type', body({ grant_type: undefined }), 'It has no grant_type'],
    [
      'another tenant',
      `curl https://u.example/oauth/token -d '${body()}'`,
      'It goes to https://u.example, which is not this tenant',
    ],
    ['GET', `GET /oauth/token?grant_type=client_credentials`, 'takes POST only'],
    ['an unknown client', body({ client_id: 'c9' }), 'This tenant has no client c9'],
    [
      'a client that is not authorized',
      body({ client_id: 'c2' }),
      'stranger is not authorized for Orders API [grant c2]',
    ],
    ['a client of the wrong type', body({ client_id: 'c3' }), 'storefront has no secret'],
    [
      'a scope that is not granted',
      body({ scope: 'read:b' }),
      'worker is not granted read:b, so it gets no token at all [grant c1 read:b]',
    ],
    ['a secret', body({ client_secret: 'aB3_'.repeat(12) }), 'note: A client secret stands in this text'],
    [
      'source code',
      `fetch(url, { body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'c2', audience: 'https://orders.example/' }) })`,
      'stranger is not authorized',
    ],
    [
      'nested JSON',
      JSON.stringify({ a: [{ request: { body: body({ client_id: 'c2' }) } }] }),
      'stranger is not authorized',
    ],
  ])('with %s', (_, text, sentence) => {
    expect(said(text).join('\n')).toContain(sentence)
  })

  test('whose values are variables is not judged by them', () => {
    const text = `curl -d grant_type=client_credentials -d client_id=$CLIENT_ID -d audience=$AUDIENCE -d client_secret=YOUR_CLIENT_SECRET`

    expect(said(text)).toEqual([])
  })
})
