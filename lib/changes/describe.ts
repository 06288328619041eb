import type { Access } from '../grants/grant'
import { formatNumber } from '../number-text'
import type { ChangeKind, Snapshot, Subject } from './change'

type Described = { kind: ChangeKind; subject: Subject; before: Snapshot | null; after: Snapshot | null }

/** What a change did, in words; of one that failed, what it was to do. "Authorized fraud-scorer for Orders API" */
export function describeChange({ kind, subject, before, after }: Described): string {
  const client = subject.clientName ?? subject.clientId ?? 'a client'
  const api = subject.apiName ?? subject.audience ?? 'an API'
  switch (kind) {
    case 'client.create':
      return `Created client ${client}`
    case 'client.update':
      return `Changed ${fieldNames(after ?? before)} of ${client}`
    case 'client.delete':
      return `Deleted client ${client}`
    case 'client.rotate_secret':
      return `Rotated the secret of ${client}`
    case 'client.reveal_secret':
      return `Revealed the secret of ${client}`
    case 'client.request_token':
      return `Requested a token as ${client} for ${api}`
    case 'api.create':
      return `Created API ${api}`
    case 'api.update':
      return `Changed ${fieldNames(after ?? before)} of ${api}`
    case 'api.delete':
      return `Deleted API ${api}`
    case 'api.reveal_secret':
      return `Revealed the signing secret of ${api}`
    case 'scope.create':
      return `Added ${scopeNames(after)} to ${api}`
    case 'scope.update':
      return `Changed the description of ${scopeNames(after)} of ${api}`
    case 'scope.delete':
      return `Removed ${scopeNames(before)} from ${api}`
    case 'grant.create':
      return `Authorized ${client} for ${api}`
    case 'grant.update':
      return grantUpdate(client, api, accessIn(before), accessIn(after))
    case 'grant.delete':
      return `Revoked ${client} for ${api}`
    case 'settings.update':
      return `Changed ${fieldNames(after ?? before)} of the tenant`
  }
}

function grantUpdate(client: string, api: string, before: Access | null, after: Access | null) {
  const [was, is] = [before?.scope ?? [], after?.scope ?? []]
  const [added, removed] = [missingIn(was, is), missingIn(is, was)]
  const list = !before?.allScopes && !after?.allScopes
  if (list && added.length > 0 && removed.length === 0) return `Added ${named(added)} to ${client} for ${api}`
  if (list && removed.length > 0 && added.length === 0)
    return `Removed ${named(removed)} from ${client} for ${api}`
  return `Changed the scopes of ${client} for ${api}`
}

const missingIn = (list: string[], others: string[]) => others.filter((other) => !list.includes(other))

const labels: Record<string, string> = {
  name: 'the name',
  description: 'the description',
  type: 'the type',
  grantTypes: 'the grant types',
  authMethod: 'the authentication method',
  tokenLifetime: 'the token lifetime',
  friendlyName: 'the friendly name',
  defaultAudience: 'the default audience',
  apisEnabled: '“Enable APIs Section”',
  tokenQuota: 'the token quota',
}

/** How a field of a snapshot is called in a sentence. */
const fieldLabel = (name: string) => labels[name] ?? name

function fieldNames(snapshot: Snapshot | null) {
  const names = Object.keys(snapshot ?? {}).map(fieldLabel)
  return names.length ? new Intl.ListFormat('en').format(names) : 'settings'
}

function scopeNames(snapshot: Snapshot | null) {
  const scopes = (snapshot?.scopes ?? []) as { value: string }[]
  return named(scopes.map(({ value }) => value))
}

/** One scope by its value, more by their number. */
function named(scopes: string[]) {
  const [first] = scopes
  if (!first) return 'scopes'
  return scopes.length === 1 ? first : `${formatNumber(scopes.length)} scopes`
}

/** The access a grant's snapshot holds. */
export const accessIn = (snapshot: Snapshot | null) => snapshot as Access | null
