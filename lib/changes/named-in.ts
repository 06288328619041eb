import type { Change, Subject } from './change'

/** What can be said of a change without the tenant: the ids it names, and the names it brought along. */
export function namedIn(change: Change): Subject {
  const { kind: _, ...fields } = change
  const { clientId, clientName, apiId, apiName, audience, input } = fields as Subject & {
    input?: { name: string }
  }
  const name = input?.name
  return change.kind === 'api.create'
    ? { apiName: name }
    : { clientId, clientName: clientName ?? name, apiId, apiName, audience }
}
