import { assert, boolean, property } from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryDocument } from '../transfer/arbitrary-document'
import { compare } from '../transfer/compare/compare'
import { pretend } from '../transfer/compare/pretend'
import type { Picture } from '../transfer/picture'
import { copyAccess } from './copy-access'

const nothing: Picture = { clients: [], apis: [], grants: [] }
const heldBy = ({ grants }: Picture, id: string) =>
  new Map(
    grants
      .filter(({ clientId }) => clientId === id)
      .map(({ audience, scope, allScopes }) => [audience, { scope: new Set(scope), allScopes }]),
  )

test('afterwards the client has what the other has; exactly, no more', () => {
  assert(
    property(arbitraryDocument, boolean(), (document, exactly) => {
      const before = pretend(nothing, compare(document, nothing).steps)
      const [from, to] = before.clients
      if (!from || !to) return
      const lessened = {
        ...before,
        grants: before.grants.filter(({ clientId }, index) => clientId !== to.id || index % 2 === 0),
      }
      const after = pretend(lessened, copyAccess(lessened, from, to, exactly))

      const [wanted, had, has] = [heldBy(lessened, from.id), heldBy(lessened, to.id), heldBy(after, to.id)]
      if (exactly) expect(has).toEqual(wanted)
      for (const held of exactly ? [wanted] : [wanted, had])
        for (const [audience, { scope, allScopes }] of held) {
          const now = has.get(audience)
          expect(now?.allScopes || (!allScopes && [...scope].every((value) => now?.scope.has(value)))).toBe(
            true,
          )
        }
      expect(heldBy(after, from.id)).toEqual(wanted)
    }),
  )
})

test('a grant the tenant made itself stays as it is', () => {
  const client = (id: string) => ({
    id,
    name: id,
    description: '',
    type: 'non_interactive',
    grantTypes: [],
    authMethod: 'client_secret_post' as const,
  })
  const grant = (clientId: string, audience: string, isSystem: boolean, ...scope: string[]) => ({
    id: `${clientId} ${audience}`,
    clientId,
    audience,
    scope,
    allScopes: false,
    isSystem,
    needsOrganization: false,
  })
  const picture = {
    clients: [],
    apis: [],
    grants: [grant('a', 'urn:x', false, 'r'), grant('b', 'urn:x', true), grant('b', 'urn:y', true)],
  }
  expect(copyAccess(picture, client('a'), client('b'), true)).toEqual([])
})
