import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explain, longestText } from './explain'
import { jwt, known, part, said } from './explained-for-tests'

describe('anything else', () => {
  test.each(['', 'hello', '{}', '<html></html>', '\0\0'])('%j says nothing', (text) => {
    expect(explain(text, known)).toEqual([])
  })

  const vocabulary = fc.constantFrom(
    ...[
      'scope',
      'scopes',
      'audience',
      'client_id',
      'grant_type',
      'error',
      '=',
      ':',
      '"',
      "'",
      '[',
      ']',
      '\\',
      '{',
      '&',
      '%',
      ' ',
      '\n',
      'eyJ',
      '.',
      'GET ',
      '/oauth/token',
      'https://',
      'Service not found: ',
      'insufficient_scope',
      'Client has not been granted scopes: ',
      '\ud800',
    ],
  )

  test('no text makes it fail, and what it says stays short', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 2000 }),
      fc.json({ maxDepth: 8 }),
      fc.array(vocabulary, { maxLength: 200 }).map((words) => words.join('')),
      fc
        .record({ header: fc.jsonValue(), claims: fc.jsonValue() })
        .map(({ header, claims }) => `${part(header)}.${part(claims)}.x`),
      fc
        .dictionary(fc.constantFrom('iss', 'aud', 'sub', 'exp', 'iat', 'nbf', 'scope', 'azp'), fc.jsonValue())
        .map((claims) => jwt(claims)),
    )
    fc.assert(
      fc.property(texts, (text) => {
        for (const sentence of said(text)) expect(sentence.length).toBeLessThan(20_000)
      }),
      { numRuns: 2000 },
    )
  })

  const megabyte = (text: string) => text.repeat(Math.ceil(longestText / text.length))

  test.each([
    'x',
    ' ',
    'eyJ',
    'eyJ.',
    'a.',
    '"scope":"',
    'scope=',
    "scope: '",
    'scope=[',
    'http://',
    'GET /',
    'error ',
    '{"a":',
    '\\"',
    'insufficient_scope',
    'audience=>',
    'a\n',
    '\0',
    '\ufffd',
  ])('a megabyte of %j is read in one go', (text) => {
    const start = performance.now()

    explain(megabyte(text), known)

    expect(performance.now() - start).toBeLessThan(3000)
  })
})
