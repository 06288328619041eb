import { describe, expect, test } from 'vitest'
import { api, hs256, jwt, known, part, said, seconds } from './explained-for-tests'
import type { Known } from './explanation'

describe('a token', () => {
  test('that is right is said to be, and that its signature was not looked at', () => {
    expect(said(jwt())).toEqual([
      'yes: Issued by this tenant',
      'yes: Meant for Orders API',
      'yes: It expires 13:00 (UTC), in 1 h',
      'yes: It speaks for worker itself',
      'note: It is signed with RS256: the API verifies it with the tenant’s public key',
      'note: It carries 1 scope: read:a',
      'note: Its signature was not verified: that takes the tenant, and this stays here',
    ])
  })

  test.each<[string, string, string, Known?]>([
    ['expired', jwt({ exp: seconds - 120 }), 'no: It expired 11:58 (UTC), 2 min ago'],
    [
      'from the future',
      jwt({ iat: seconds + 600 }),
      'no: It is valid from 12:10 (UTC), which is yet to come',
    ],
    [
      'of another tenant',
      jwt({ iss: 'https://u.example/' }),
      'no: Issued by https://u.example/, which is not this tenant',
    ],
    [
      'of an issuer without the slash',
      jwt({ iss: 'https://t.example' }),
      'https://t.example/ ends with a slash',
    ],
    [
      'for another API',
      jwt({ aud: ['urn:x', 'urn:y'] }),
      'no: Meant for urn:x, so Orders API has to refuse it',
    ],
    ['for several APIs', jwt({ aud: ['urn:x', api.identifier] }), 'yes: Meant for Orders API'],
    [
      'of a client that lost its grant',
      jwt({ sub: 'c2@clients' }),
      'note: stranger is not authorized for Orders API any more',
    ],
    ['of a person', jwt({ sub: 'auth0|1' }), 'it speaks for a person'],
    ['without a signature', jwt({}, { alg: 'none' }), 'no: It is not signed at all'],
    [
      'with HS256 for an RS256 API',
      jwt({}, { alg: 'HS256' }),
      'no: It is signed with HS256, and tokens of this API with RS256',
    ],
    ['with HS256', jwt({}, { alg: 'HS256' }), 'The tenant’s JWKS has no key for it', hs256],
    [
      'without the scope the call needs',
      jwt(),
      'no: Without read:b, so the API has to answer the call with 403 [grant c1 read:b]',
      { ...known, need: 'read:b' },
    ],
    ['in a header', `Authorization: Bearer ${jwt({ exp: 1 })}`, 'no: It expired'],
    ['cut off', jwt().slice(0, 90), 'part of it is missing'],
    ['encrypted', `${part({ alg: 'dir', enc: 'A256GCM' })}.a.b.c.d`, 'It is encrypted'],
    ['opaque', 'Bearer dQw4w9WgXcQdQw4w9WgXcQdQw4w9WgXcQ', 'This is no JWT'],
  ])('%s', (_, text, sentence, of = known) => {
    expect(said(text, of).join('\n')).toContain(sentence)
  })
})
