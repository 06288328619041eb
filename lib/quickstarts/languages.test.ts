import { describe, expect, test } from 'vitest'
import { languages } from './all.ts'
import { choose } from './choice.ts'
import type { AcceptPart, CallInput, CallPart, Part } from './language.ts'

const input = (signingAlgorithm: string, scopes: string[], issuer = 'http://localhost:4000/'): CallInput => ({
  api: { identifier: 'https://orders.example.com/api', signingAlgorithm, scopes },
  issuer,
  port: 3001,
  client: { id: 'AKiAz03QDxX0uqaKJqaNxu5iByk1n5hR' },
})
const given = input('RS256', ['read:orders'])

const textOf = ({ files }: Part) => files.map(({ code }) => code.text).join('\n')
const markedIn = ({ files }: Part) =>
  files.flatMap(({ code: { text, values } }) => values.map(([start, end]) => text.slice(start, end)))
const cases = ['RS256', 'HS256', 'RS512', 'PS256'].flatMap((algorithm) =>
  [[], ['write:orders', 'read:orders']].map((scopes) => ({ algorithm, scopes })),
)

for (const language of languages) {
  for (const { framework, cannot, build } of language.accept)
    describe(`${language.name}, ${framework}`, () => {
      for (const { algorithm, scopes } of cases) {
        const given = input(algorithm, scopes)
        if (cannot?.(algorithm)) {
          test(`says in a sentence what to take for ${algorithm} instead (${scopes.length} scopes)`, () => {
            expect(cannot(algorithm)).toMatch(/^[A-Z].+\.$/)
          })
          continue
        }

        test(`accepts ${algorithm} for ${scopes.length} scopes by issuer, audience, algorithm and scope`, () => {
          const part = build(given)
          expect(markedIn(part)).toEqual(expect.arrayContaining([given.api.identifier, algorithm]))
          expect(markedIn(part).some((marked) => marked.startsWith(given.issuer))).toBe(true)
          expect(markedIn(part).includes('read:orders')).toBe(scopes.length > 0)
          expect(markedIn(part)).not.toContain('write:orders')
        })

        test(`reads the signing secret of an ${algorithm} API from the environment, if there is one (${scopes.length} scopes)`, () => {
          const part = build(given)
          const symmetric = algorithm === 'HS256'
          expect(part.secret).toBe(symmetric ? 'AUTH0_SIGNING_SECRET' : undefined)
          expect(textOf(part).includes('AUTH0_SIGNING_SECRET')).toBe(symmetric)
          expect(textOf(part)).not.toContain('AUTH0_CLIENT_SECRET')
        })
      }

      if (!cannot?.('RS256')) sound(() => build(given))
    })

  for (const { name, build } of language.call)
    describe(`${language.name}, ${name}`, () => {
      test('gets a token for the API as the client and calls the API', () => {
        const part = build(given)
        const marked = markedIn(part)
        expect(marked).toEqual(expect.arrayContaining([given.api.identifier, given.client.id]))
        expect(marked.some((text) => text.startsWith(given.issuer))).toBe(true)
        expect(textOf(part)).toContain('http://localhost:3001/orders')
        expect(textOf(part)).toContain('AUTH0_CLIENT_SECRET')
        expect(part.secret).toBe('AUTH0_CLIENT_SECRET')
      })

      test('keeps the token in a way that is tried, if it is executed', () => {
        const { executed, cache } = build(given)
        expect('checked' in executed || cache !== undefined).toBe(true)
      })

      sound(() => build(given))
    })

  test(`${language.name} has addresses of its own`, () => {
    for (const slugs of [languages, language.accept, language.call].map((all) =>
      all.map(({ slug }) => slug),
    )) {
      expect(new Set(slugs).size).toBe(slugs.length)
      expect(slugs.filter((slug) => !/^[a-z0-9-]+$/.test(slug))).toEqual([])
    }
  })
}

function sound(build: () => AcceptPart | CallPart) {
  test('files have text, a unique name, and neither end nor begin with an empty line', () => {
    const { files } = build()
    expect(files.length).toBeGreaterThan(0)
    expect(new Set(files.map(({ name }) => name)).size).toBe(files.length)
    for (const { code } of files) expect(code.text).toBe(code.text.trim())
  })

  test('says when it was looked at if it was not executed', () => {
    const { executed } = build()
    if ('checked' in executed) {
      expect(new Date(executed.checked).toISOString()).toContain(executed.checked)
      expect(executed.how).toMatch(/^[A-Z].+\.$/)
    }
  })
}

const acceptOf = (language: string, given: CallInput) => {
  const part = choose({ language }).acceptor?.build(given)
  return part && textOf(part)
}

test('metadata over plain HTTP is allowed for an issuer on plain HTTP alone', () => {
  const text = (issuer: string) => acceptOf('csharp', input('RS256', [], issuer))
  expect(text('http://localhost:4000/')).toContain('RequireHttpsMetadata = false')
  expect(text('https://acme.eu.auth0.com/')).not.toContain('RequireHttpsMetadata')
})

test('an odd scope guards a route with a plain name', () => {
  expect(acceptOf('go', input('RS256', ['read:a"b/../c']))).toContain('http.HandleFunc("/whoami"')
})
