import { describe, expect, test } from 'vitest'
import { judge, parametersOfBearer } from './verdict.ts'

const context = { caller: 'c@clients', scope: 'read:orders', secrets: ['s3cret'] }
const refusal = (status: number, challenge: string | null, body = '') => ({ status, challenge, body })

describe('parameters of the Bearer challenge', () => {
  test.each([
    ['Bearer', {}],
    ['bearer', {}],
    ['Bearer realm="api", DPoP algs="ES256"', { realm: 'api' }],
    ['DPoP algs="ES256", Bearer error="invalid_token"', { error: 'invalid_token' }],
    ['Bearer error="insufficient_scope", scope="a b"', { error: 'insufficient_scope', scope: 'a b' }],
    ['Bearer error=invalid_token', { error: 'invalid_token' }],
  ])('%s', (header, parameters) => expect(parametersOfBearer(header)).toMatchObject(parameters))

  test.each(['', 'Basic realm="Bearer"', 'BearerX error="a"'])('none in "%s"', (header) => {
    expect(parametersOfBearer(header)).toBeUndefined()
  })
})

describe('what is right', () => {
  test.each([
    ['accepted', { status: 200, challenge: null, body: '{"caller": "c@clients"}\n' }],
    ['unauthenticated', refusal(401, 'Bearer')],
    ['invalid_token', refusal(401, 'Bearer error="invalid_token"')],
    ['insufficient_scope', refusal(403, 'Bearer error="insufficient_scope", scope="read:orders"')],
  ] as const)('%s', (expected, answered) => expect(judge(answered, expected, context)).toBeUndefined())
})

describe('what is wrong', () => {
  test.each([
    ['invalid_token', { status: 200, challenge: null, body: '' }, 'answered 200, not 401'],
    ['accepted', refusal(401, 'Bearer'), 'answered 401, not 200'],
    ['accepted', { status: 200, challenge: null, body: '{"caller":"d@clients"}' }, 'with the body'],
    ['accepted', { status: 200, challenge: null, body: 'hello' }, 'with the body'],
    ['unauthenticated', refusal(401, null), 'no Bearer challenge'],
    ['unauthenticated', refusal(401, 'Bearer error="invalid_token"'), 'says error invalid_token'],
    ['invalid_token', refusal(401, 'Bearer'), 'says error undefined'],
    ['insufficient_scope', refusal(403, 'Bearer error="insufficient_scope"'), 'does not name the scope'],
    ['invalid_token', refusal(401, 'Bearer error="invalid_token"', 'key s3cret'), 'tells too much'],
    [
      'invalid_token',
      refusal(401, 'Bearer error="invalid_token"', 'Error\n    at verify (x)'),
      'tells too much',
    ],
  ] as const)('%s: %o', (expected, answered, complaint) => {
    expect(judge(answered, expected, context)).toContain(complaint)
  })
})
