import type { Access } from '../grants/grant'
import type { Change, Snapshot } from './change'

/** The same wish made upon what the tenant holds now; undefined when what it holds leaves no such change. */
export function rebased(change: Change, held: Snapshot | null): Change | undefined {
  switch (change.kind) {
    case 'grant.create':
    case 'grant.update':
    case 'grant.delete': {
      const { clientId, clientName, audience, apiName } = change
      const of = { clientId, clientName, audience, apiName }
      const from = held as Access | null
      const to = change.kind === 'grant.delete' ? null : change.to
      if (!to) return from ? { kind: 'grant.delete', ...of, from } : undefined
      return from ? { kind: 'grant.update', ...of, from, to } : { kind: 'grant.create', ...of, to }
    }
    case 'client.update':
    case 'api.update':
    case 'settings.update': {
      const now = Object.entries(held ?? {}).filter(([field]) => field in change.to)
      return { ...change, from: Object.fromEntries(now) }
    }
    case 'scope.update': {
      const [scope] = (held?.scopes ?? []) as { description: string }[]
      return scope && { ...change, from: scope.description }
    }
  }
}
