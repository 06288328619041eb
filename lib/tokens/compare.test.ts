import { expect, test } from 'vitest'
import { differences } from './compare'
import type { Exchange } from './exchange'
import { prettyJson } from './http-message'
import type { Prediction } from './predict'
import { refusals } from './refusals'
import { plain } from './words'

const token: Prediction = { reasons: [], token: { header: {}, claims: {}, lifetime: 60 } }
const refused: Prediction = { reasons: [], refusal: refusals.notAuthorized('urn:a') }

const exchange = (status: number, body: object, issued = false): Exchange => ({
  at: '2026-11-24T12:00:00Z',
  milliseconds: 5,
  status,
  answer: { start: '', headers: [], body: prettyJson(body) },
  issued: issued ? { token: 'x', signature: { valid: true } } : undefined,
})
const { error, description } = refusals.notAuthorized('urn:a')

test.each<[Prediction, Exchange, string[]]>([
  [token, exchange(200, {}, true), []],
  [refused, exchange(403, { error, error_description: description }), []],
  [token, exchange(403, { error }), ['A token was expected, and the answer is 403 access_denied']],
  [token, exchange(500, {}), ['A token was expected, and the answer is 500 without a reason']],
  [refused, exchange(200, {}, true), ['403 access_denied was expected, and the tenant issued a token']],
  [
    refused,
    exchange(401, { error: 'invalid_client', error_description: 'x' }),
    [
      'The status is 401, not 403',
      'The error is invalid_client, not access_denied',
      'The description is worded in another way',
    ],
  ],
  [token, exchange(429, {}), ['The tenant limits how often this may be asked, which nobody can predict']],
])('%j against %j', (prediction, answer, said) => {
  expect(differences(prediction, answer).map(plain)).toEqual(said)
})
