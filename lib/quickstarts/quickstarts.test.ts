import { describe, expect, test } from 'vitest'
import { findQuickstart, quickstarts } from './all'
import type { CallInput, Part } from './quickstart'

const input = (signingAlgorithm: string, scopes: string[], issuer = 'http://localhost:4000/'): CallInput => ({
  api: { identifier: 'https://orders.example.com/api', signingAlgorithm, scopes },
  issuer,
  port: 3001,
  client: { id: 'AKiAz03QDxX0uqaKJqaNxu5iByk1n5hR' },
})

const textOf = ({ files }: Part) => files.map(({ code }) => code.text).join('\n')
const markedIn = ({ files }: Part) =>
  files.flatMap(({ code: { text, values } }) => values.map(([start, end]) => text.slice(start, end)))
const cases = ['RS256', 'HS256', 'RS512', 'PS256'].flatMap((algorithm) =>
  [[], ['write:orders', 'read:orders']].map((scopes) => ({ algorithm, scopes })),
)

for (const { slug, accept, call } of quickstarts)
  describe(slug, () => {
    for (const { algorithm, scopes } of cases) {
      const given = input(algorithm, scopes)

      if (accept)
        test(`accepts ${algorithm} for ${scopes.length} scopes by issuer, audience, algorithm and scope`, () => {
          const part = accept(given)
          expect(markedIn(part)).toEqual(expect.arrayContaining([given.api.identifier, algorithm]))
          expect(markedIn(part).some((marked) => marked.startsWith(given.issuer))).toBe(true)
          expect(markedIn(part).includes('read:orders')).toBe(scopes.length > 0)
          expect(markedIn(part)).not.toContain('write:orders')
        })

      if (accept)
        test(`reads the signing secret of an ${algorithm} API from the environment, if there is one (${scopes.length} scopes)`, () => {
          const part = accept(given)
          const symmetric = algorithm === 'HS256'
          expect(part.secret).toBe(symmetric ? 'AUTH0_SIGNING_SECRET' : undefined)
          expect(textOf(part).includes('AUTH0_SIGNING_SECRET')).toBe(symmetric)
          expect(textOf(part)).not.toContain('AUTH0_CLIENT_SECRET')
        })
    }

    test('gets a token for the API as the client and calls the API', () => {
      const given = input('RS256', ['read:orders'])
      const part = call(given)
      expect(markedIn(part)).toEqual(
        expect.arrayContaining([`${given.issuer}oauth/token`, given.api.identifier, given.client.id]),
      )
      expect(textOf(part)).toContain('http://localhost:3001/orders')
      expect(textOf(part)).toContain('AUTH0_CLIENT_SECRET')
      expect(part.secret).toBe('AUTH0_CLIENT_SECRET')
    })

    test('files have text, a unique name, and neither end nor begin with an empty line', () => {
      const given = input('RS256', ['read:orders'])
      const files = [...(accept?.(given).files ?? []), ...call(given).files]
      expect(files.length).toBeGreaterThan(0)
      expect(new Set(files.map(({ name }) => name)).size).toBe(files.length)
      for (const { code } of files) expect(code.text).toBe(code.text.trim())
    })

    test('says when it was looked at if it was not executed', () => {
      const given = input('RS256', [])
      for (const { executed } of [accept?.(given), call(given)].filter((part) => part !== undefined))
        if (executed !== 'here') expect(new Date(executed.checked).toISOString()).toContain(executed.checked)
    })
  })

test('metadata over plain HTTP is allowed for an issuer on plain HTTP alone', () => {
  const { accept } = findQuickstart('aspnet-core')
  const text = (issuer: string) => accept && textOf(accept(input('RS256', [], issuer)))
  expect(text('http://localhost:4000/')).toContain('RequireHttpsMetadata = false')
  expect(text('https://acme.eu.auth0.com/')).not.toContain('RequireHttpsMetadata')
})

test('an odd scope guards a route with a plain name', () => {
  const { accept } = findQuickstart('go')
  expect(accept && textOf(accept(input('RS256', ['read:a"b/../c'])))).toContain('http.HandleFunc("/whoami"')
})

describe('the language', () => {
  test('is the one that the address names, or else the remembered one', () => {
    expect(findQuickstart('go', 'php').slug).toBe('go')
    expect(findQuickstart(undefined, 'php').slug).toBe('php')
  })

  test('is the first one for anything else', () => {
    expect(findQuickstart(undefined, undefined)).toBe(quickstarts[0])
    expect(findQuickstart('cobol', '__proto__')).toBe(quickstarts[0])
  })

  test('has an address of its own', () => {
    expect(new Set(quickstarts.map(({ slug }) => slug)).size).toBe(quickstarts.length)
  })
})
