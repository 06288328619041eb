import type { Scope } from '../apis/api'
import type { Access } from '../grants/grant'
import type { Change, RecordedChange } from './change'

/** The changes that take a recorded one back, in their order, or why there are none. */
export type Inverse = { changes: Change[] } | { cannot: string }

/** Why a change can't be taken back once it is made; undefined when it can. */
export function cannotBeUndone({ kind }: Pick<Change, 'kind'>): string | undefined {
  switch (kind) {
    case 'client.delete':
      return 'A deleted client’s ID and secret never come back.'
    case 'api.delete':
      return 'The grants for a deleted API and its signing secret never come back.'
    case 'client.rotate_secret':
      return 'The secret from before never comes back.'
    case 'client.reveal_secret':
    case 'api.reveal_secret':
      return 'A secret that was seen can’t be unseen. Rotate it instead.'
    case 'client.request_token':
      return 'A token that was issued is valid until it expires.'
  }
}

/** What of an object the dashboard writes; what else changes was changed elsewhere. */
const settableHere: Partial<Record<Change['kind'], string[]>> = {
  'client.update': ['name', 'description', 'grantTypes', 'authMethod'],
  'api.update': ['name', 'tokenLifetime'],
  'settings.update': ['friendlyName', 'defaultAudience', 'apisEnabled'],
}

/** What takes the change back, from what was recorded of it. */
export function invert(recorded: RecordedChange): Inverse {
  const cannot = cannotBeUndone(recorded)
  if (cannot) return { cannot }
  const settable = settableHere[recorded.kind]
  if (settable && Object.keys(recorded.before ?? {}).some((field) => !settable.includes(field)))
    return { cannot: 'What changed can be set only in the tenant itself.' }
  const changes = inverses(recorded)
  return changes.length > 0 ? { changes } : { cannot: 'The record does not hold what was before.' }
}

function inverses({ kind, subject, before, after }: RecordedChange): Change[] {
  const { clientId = '', clientName = clientId, apiId = '', audience = '', apiName = audience } = subject
  const parties = { clientId, clientName, audience, apiName }
  const [was, is] = [before as Access | null, after as Access | null]
  switch (kind) {
    case 'grant.create':
    case 'grant.update':
    case 'grant.delete':
      if (was && is) return [{ kind: 'grant.update', ...parties, from: is, to: was }]
      if (is) return [{ kind: 'grant.delete', ...parties, from: is }]
      return was ? [{ kind: 'grant.create', ...parties, to: was }] : []
    case 'client.create':
      return [{ kind: 'client.delete', clientId, clientName }]
    case 'api.create':
      return [{ kind: 'api.delete', apiId, apiName }]
    case 'client.update':
      return before && after ? [{ kind, clientId, clientName, from: after, to: before }] : []
    case 'api.update':
      return before && after ? [{ kind, apiId, apiName, from: after, to: before }] : []
    case 'settings.update':
      return before && after ? [{ kind, from: after, to: before }] : []
    case 'scope.create':
      return scopesIn(after).map(({ value }) => ({ kind: 'scope.delete', apiId, apiName, value }))
    case 'scope.delete':
      return before ? [{ kind: 'scope.create', apiId, apiName, scopes: scopesIn(before) }] : []
    case 'scope.update': {
      const [from, to] = [scopesIn(after)[0], scopesIn(before)[0]]
      if (!from || !to) return []
      return [{ kind, apiId, apiName, value: from.value, from: from.description, to: to.description }]
    }
    default:
      return []
  }
}

const scopesIn = (snapshot: RecordedChange['before']) => (snapshot?.scopes ?? []) as Scope[]
