import { describe, expect, test } from 'vitest'
import { hs256, known, said } from './explained-for-tests'
import type { Known } from './explanation'

describe('an answer of an API', () => {
  test.each<[string, string, Known?]>([
    [
      'WWW-Authenticate: Bearer error="insufficient_scope", scope="read:b"',
      'worker is not granted it [grant c1 read:b]',
    ],
    ['WWW-Authenticate: Bearer error="insufficient_scope", scope="read:a"', 'it has to ask for it'],
    ['JWTExpired: "exp" claim timestamp check failed', 'The token has expired'],
    ['jwt.exceptions.ExpiredSignatureError: Signature has expired', 'The token has expired'],
    ['unexpected "aud" claim value', 'have to be https://orders.example/'],
    [
      '{"statusCode":401,"error":"Unauthorized","message":"Bad audience: urn:x"}',
      'have to be https://orders.example/',
    ],
    [
      'JsonWebTokenError: jwt issuer invalid. expected: https://t.example',
      'it is https://t.example/, with the slash',
    ],
    ['JWKSNoMatchingKey: no applicable key found in the JSON Web Key Set', 'reads another tenant’s'],
    ['no applicable key found in the JSON Web Key Set', 'verify with the signing secret', hs256],
    ['JsonWebTokenError: invalid signature', 'verifies with another secret', hs256],
    ['"alg" (Algorithm) Header Parameter value not allowed', 'signed with RS256'],
    ['JsonWebTokenError: jwt malformed', 'What the API got is no JWT'],
    ['HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer\n', 'No token reached the API'],
  ])('%s', (text, sentence, of = known) => {
    expect(said(text, of).join('\n')).toContain(sentence)
  })
})
