import type { Change, Snapshot } from './change'

/** What a change goes from and to, as far as it says so itself. */
export function snapshotsOf(change: Change): { before: Snapshot | null; after: Snapshot | null } {
  switch (change.kind) {
    case 'grant.create':
      return { before: null, after: change.to }
    case 'grant.delete':
      return { before: change.from, after: null }
    case 'grant.update':
    case 'client.update':
    case 'api.update':
    case 'settings.update':
      return { before: change.from, after: change.to }
    case 'client.create':
    case 'api.create':
      return { before: null, after: change.input }
    case 'scope.create':
      return { before: null, after: { scopes: change.scopes } }
    case 'scope.delete':
      return { before: { scopes: [{ value: change.value, description: '' }] }, after: null }
    case 'scope.update': {
      const scopes = (description: string) => ({ scopes: [{ value: change.value, description }] })
      return { before: scopes(change.from), after: scopes(change.to) }
    }
    default:
      return { before: null, after: null }
  }
}
