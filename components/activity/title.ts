import type { ActivityEntry } from './entry'

type Told = Pick<ActivityEntry, 'kind' | 'subject' | 'before' | 'after' | 'state'>

/** What was done, to what, in one line: "Authorized fraud-scorer for Orders API". */
export function titleOf(change: Told): string {
  const title = applied(change)
  return change.state === 'applied' ? title : title.replace(/^\w+/, (verb) => `Could not ${infinitive(verb)}`)
}

/** "Authorized" to "authorize", "Added" to "add", of the verbs below. */
const infinitive = (past: string) =>
  past.toLowerCase().replace(/ed$/, /^(Add|Reveal)ed$/.test(past) ? '' : 'e')

function applied({ kind, subject, before, after }: Told): string {
  const client = subject.clientName ?? subject.clientId ?? 'a client'
  const api = subject.apiName ?? subject.audience ?? 'an API'
  switch (kind) {
    case 'client.create':
      return `Created client ${client}`
    case 'client.update':
      return `Changed client ${client}`
    case 'client.delete':
      return `Deleted client ${client}`
    case 'client.rotate_secret':
      return `Rotated the secret of ${client}`
    case 'client.reveal_secret':
      return `Revealed the secret of ${client}`
    case 'api.create':
      return `Created API ${api}`
    case 'api.update':
      return `Changed API ${api}`
    case 'api.delete':
      return `Deleted API ${api}`
    case 'api.reveal_secret':
      return `Revealed the signing secret of ${api}`
    case 'scope.create':
      return `Added ${some(values(after?.scopes), 'scopes')} to ${api}`
    case 'scope.update':
      return `Changed the description of ${some(values(before?.scopes), 'a scope')} of ${api}`
    case 'scope.delete':
      return `Removed ${some(values(before?.scopes), 'a scope')} from ${api}`
    case 'grant.create':
      return `Authorized ${client} for ${api}`
    case 'grant.delete':
      return `Revoked ${client} for ${api}`
    case 'grant.update':
      return grantUpdate(client, api, texts(before?.scope), texts(after?.scope))
    case 'settings.update':
      return "Changed the tenant's settings"
  }
}

function grantUpdate(client: string, api: string, before: string[], after: string[]) {
  const added = after.filter((scope) => !before.includes(scope))
  const removed = before.filter((scope) => !after.includes(scope))
  if (added.length > 0 && removed.length === 0)
    return `Added ${some(added, 'scopes')} to ${client} for ${api}`
  if (removed.length > 0 && added.length === 0)
    return `Removed ${some(removed, 'scopes')} from ${client} for ${api}`
  return `Changed the scopes of ${client} for ${api}`
}

/** One scope by its value, more by their number; what is not known, in general. */
function some(scopes: string[], otherwise: string) {
  if (scopes.length > 1) return `${scopes.length.toLocaleString('en')} scopes`
  return scopes[0] ?? otherwise
}

const texts = (value: unknown) => (Array.isArray(value) ? value.map(String) : [])
const values = (value: unknown) => (Array.isArray(value) ? value.map(({ value }) => String(value)) : [])
