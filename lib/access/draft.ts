import type { Change, ChangeOf } from '../changes/change'
import { type Access, sameAccess } from '../grants/grant'
import { gainAndLoss } from './cell'
import { cellKey, type Held, heldAt, type MatrixApi, type MatrixClient } from './picture'

export type GrantChange = ChangeOf<'grant.create' | 'grant.update' | 'grant.delete'>

/** Whether a change is one that the matrix makes. */
export const isGrantChange = (change: Change): change is GrantChange => change.kind.startsWith('grant.')

/** What a client is wanted to hold at an API, and what it held when that was first wished. */
export type Wish = { clientId: string; audience: string; from: Access | null; to: Access | null }

/** As many changes as a draft may have, and one edit of it. */
export const mostChanges = 20_000

/** The edits that are not applied yet, by cell key. Only what differs from what is held is a wish. */
export type Draft = ReadonlyMap<string, Wish>

/** What a cell shows: the wish, or else what is held. */
export function shownAccess(held: Held, draft: Draft, clientId: string, audience: string): Access | null {
  const wish = draft.get(cellKey(clientId, audience))
  return wish ? wish.to : heldAt(held, clientId, audience)
}

/** The draft after further edits; an edit that leads back to what is held takes its wish away. */
export function edited(held: Held, draft: Draft, edits: Iterable<Edit>): Draft {
  const next = new Map(draft)
  for (const edit of edits) note(held, next, edit)
  return next
}

/** What a client shall hold at an API. */
export type Edit = Omit<Wish, 'from'>

/** Notes one edit in a draft that is still being made. */
export function note(held: Held, draft: Map<string, Wish>, { clientId, audience, to }: Edit): void {
  const key = cellKey(clientId, audience)
  const from = draft.get(key)?.from ?? heldAt(held, clientId, audience)
  if (sameAccess(from, to)) draft.delete(key)
  else draft.set(key, { clientId, audience, from, to })
}

type Names = { clients: ReadonlyMap<string, MatrixClient>; apis: ReadonlyMap<string, MatrixApi> }

/** Wishes as changes; `apis` is by identifier. */
export function grantChanges(wishes: readonly Wish[], { clients, apis }: Names): GrantChange[] {
  return wishes.flatMap(({ clientId, audience, from, to }): GrantChange[] => {
    const of = {
      clientId,
      audience,
      clientName: clients.get(clientId)?.name ?? clientId,
      apiName: apis.get(audience)?.name ?? audience,
    }
    if (from && to) return [{ kind: 'grant.update', ...of, from, to }]
    if (to) return [{ kind: 'grant.create', ...of, to }]
    return from ? [{ kind: 'grant.delete', ...of, from }] : []
  })
}

/** Changes that were kept, as a draft again. */
export function draftOf(changes: readonly GrantChange[]): Draft {
  return new Map(
    changes.map((change) => {
      const { clientId, audience } = change
      const from = change.kind === 'grant.create' ? null : change.from
      const to = change.kind === 'grant.delete' ? null : change.to
      return [cellKey(clientId, audience), { clientId, audience, from, to }]
    }),
  )
}

/** "4 clients gain 4 scopes, 2 clients lose 4"; empty where no scope comes or goes. */
export function draftInWords(draft: Draft, apis: ReadonlyMap<string, MatrixApi>): string {
  const gaining = new Map<string, number>()
  const losing = new Map<string, number>()
  for (const { clientId, audience, from, to } of draft.values()) {
    const api = apis.get(audience)
    if (!api) continue
    const { gain, loss } = gainAndLoss(from, to, api)
    if (gain > 0) gaining.set(clientId, (gaining.get(clientId) ?? 0) + gain)
    if (loss > 0) losing.set(clientId, (losing.get(clientId) ?? 0) + loss)
  }
  const sentence = (verb: string, counts: Map<string, number>, noun: boolean) => {
    if (counts.size === 0) return []
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
    const one = counts.size === 1
    const scopes = noun ? ` ${total === 1 ? 'scope' : 'scopes'}` : ''
    return [`${counts.size} ${one ? `client ${verb}s` : `clients ${verb}`} ${total}${scopes}`]
  }
  return [...sentence('gain', gaining, true), ...sentence('lose', losing, gaining.size === 0)].join(', ')
}
