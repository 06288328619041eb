import { type Access, sameAccess } from '@/lib/grants/grant'
import { scopesText } from './scopes-text'

/** `null`: not authorized. `undefined`: not known yet, because the tenant has more grants than one read returns. */
export type AccessState = Access | null | undefined

/** Whether two states allow the same; what is not known is the same as nothing else. */
export const sameState = (one: AccessState, other: AccessState) =>
  one === undefined || other === undefined ? one === other : sameAccess(one, other)

/** Whether the client gets a token that carries the scope. */
export const grants = (access: AccessState, value: string) =>
  Boolean(access && (access.allScopes || access.scope.includes(value)))

/** The wish made upon `base`, made upon what the tenant holds now: scopes added and removed, nothing else. */
export function rebase(base: AccessState, wanted: AccessState, held: AccessState): AccessState {
  if (!base || !wanted || !held || held.allScopes || wanted.allScopes) return wanted
  const removed = base.scope.filter((value) => !wanted.scope.includes(value))
  const added = wanted.scope.filter((value) => !base.scope.includes(value))
  const kept = held.scope.filter((value) => !removed.includes(value) && !added.includes(value))
  return { scope: [...kept, ...added], allScopes: false }
}

type Names = { client: string; api: string }

type Done = {
  title: string
  detail?: string
  /** What was taken away and goes on for a while: it is told beside this until when. */
  ends?: 'access' | 'scope'
}

/** What was done, in words: a title and one detail of it. */
export function describeDone(before: AccessState, after: AccessState, of: number, names: Names): Done {
  if (!after) return { title: `Revoked ${names.client} for ${names.api}`, ends: 'access' }
  const count = after.allScopes
    ? `All ${of} scopes, also later ones`
    : `${after.scope.length} of ${of} scopes`
  if (!before) return { title: `Authorized ${names.client} for ${names.api}`, detail: count }
  const added = after.scope.filter((value) => !before.scope.includes(value))
  const removed = before.scope.filter((value) => !after.scope.includes(value))
  const detail = `${count}, from the next token on.`
  if (removed.length === 0 && added.length > 0)
    return { title: `Added ${scopesText(added)} to ${names.client}`, detail }
  if (added.length === 0 && removed.length > 0)
    return { title: `Removed ${scopesText(removed)} from ${names.client}`, detail, ends: 'scope' }
  return {
    title: `Changed the scopes of ${names.client}`,
    detail,
    ...(removed.length > 0 && { ends: 'scope' }),
  }
}
