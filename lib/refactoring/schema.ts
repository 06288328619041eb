import { z } from 'zod'
import { apiId, newScopes, scopeValue } from '../apis/schema'
import { clientId } from '../clients/schema'

/** Scopes of an API and what comes in their place; nothing retires them. */
export const scopeRework = z.object({
  apiId,
  retired: z.array(scopeValue).min(1).max(1000),
  put: z.union([newScopes, z.tuple([])]),
})
export type ScopeReworkInput = Omit<z.input<typeof scopeRework>, 'apiId'>

/** New scopes, and another one of the API whose holders get them too. */
export const scopeLike = z.object({ apiId, added: newScopes, like: scopeValue })
export type ScopeLikeInput = Omit<z.input<typeof scopeLike>, 'apiId'>

const parties = z.object({ clientId, fromId: clientId })
const areTwo = ({ clientId, fromId }: z.output<typeof parties>) => clientId !== fromId
const sameClient = 'It is the same client. Choose another one.'

/** A client, and another one whose access it is to have. */
export const copyParties = parties.refine(areTwo, sameClient)
/** `exactly`: and no more than that. */
export const copyInput = parties.extend({ exactly: z.boolean() }).refine(areTwo, sameClient)
