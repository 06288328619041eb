import fc from 'fast-check'
import type { Scope } from '../apis/api'
import type { Access } from '../grants/grant'
import type { AccessDocument } from './document'

const here = { line: 0 }

/** For tests: text as a tenant may hold it in a name, without the spaces around it that no format keeps. */
const arbitraryName = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc.constantFrom(
      '=1+1',
      '-',
      '"quoted", with; both',
      'a\tb',
      'null',
      'true',
      '1e3',
      '~',
      'ключ 🔑',
      '{{x}}',
      '$' + '{a}',
      '#',
      "'=x",
      '- a',
      'a: b',
      '__proto__',
      '%{ if }',
      'é',
      '@x',
      '0x1f',
    ),
  )
  .map((text) => text.replaceAll(/[<>\p{Cc}\uFEFF\u2028\u2029]/gu, '').trim())
  .filter((text) => text !== '' && text.isWellFormed() && !/(##|@@)/.test(text))

const scopeValue = fc
  .string({ unit: fc.constantFrom(...'abz:./-_*~#!$%{}[]()@'), minLength: 1, maxLength: 20 })
  .filter((value) => !/##|@@/.test(value))

const id = fc.string({ unit: fc.constantFrom(...'abcXYZ019'), minLength: 8, maxLength: 32 })

const client = fc.record({
  id,
  name: arbitraryName,
  description: fc.oneof(fc.constant(''), arbitraryName),
  type: fc.constantFrom('non_interactive', 'regular_web', 'spa', 'native'),
  grantTypes: fc.uniqueArray(fc.constantFrom('client_credentials', 'refresh_token', 'implicit')),
  authMethod: fc.constantFrom('client_secret_post', 'client_secret_basic'),
  at: fc.constant(here),
})

const api = fc.record({
  id,
  name: arbitraryName,
  identifier: fc.oneof(
    fc.webUrl(),
    id.map((name) => `urn:${name}`),
  ),
  signingAlgorithm: fc.constantFrom('RS256', 'HS256'),
  tokenLifetime: fc.integer({ min: 0, max: 2_592_000 }),
  scopes: fc.uniqueArray(
    fc.record({ value: scopeValue, description: fc.oneof(fc.constant(''), arbitraryName) }),
    {
      selector: ({ value }) => value,
      maxLength: 5,
    },
  ),
  at: fc.constant(here),
})

/** For tests: documents as a tenant can give them; each client and API has a name of its own. */
export const arbitraryDocument: fc.Arbitrary<AccessDocument> = fc
  .record({
    clients: fc.uniqueArray(client, { selector: ({ name }) => name, maxLength: 5 }),
    apis: fc.uniqueArray(api, { selector: ({ name }) => name, maxLength: 4 }),
  })
  .map(({ clients, apis }) => ({
    clients: clients.map((each, index) => ({ ...each, id: `${each.id}${index}` })),
    apis: apis.map((each, index) => ({
      ...each,
      id: `${each.id}${index}`,
      identifier: `${each.identifier}${index}`,
    })),
  }))
  .chain((document) =>
    fc.array(fc.nat({ max: 63 }), { minLength: 20, maxLength: 20 }).map((choices) => ({
      ...document,
      grants: document.clients.flatMap(({ id, name }, row) =>
        document.apis.map(({ identifier, scopes }, column) => ({
          id: `cgr_${row}_${column}`,
          client: { id, name },
          audience: identifier,
          access: accessTo(scopes, choices[row * document.apis.length + column] ?? 0),
          at: here,
        })),
      ),
    })),
  )

/** Each bit chooses a scope; all of them are all scopes. */
function accessTo(scopes: Scope[], choice: number): Access {
  if (choice === 63) return { scope: [], allScopes: true }
  const chosen = scopes.filter((_, index) => (choice >> index) % 2 === 1)
  return { scope: chosen.map(({ value }) => value), allScopes: false }
}

/** For tests: the document without where its parts stood. */
export function withoutPlaces({ clients, apis, grants }: AccessDocument): AccessDocument {
  const bare = <Item extends object>(item: Item) => ({ ...item, at: here })
  return { clients: clients.map(bare), apis: apis.map(bare), grants: grants.map(bare) }
}
