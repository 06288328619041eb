import type { Setup } from './setup-steps'

export type Finding = {
  clientId: string
  clientName: string
  apiId: string
  apiName: string
  scopes: string[]
}

/** The grants that hold scopes which their API no longer defines. */
export function goneScopes({ clients, apis, grants }: Setup): Finding[] {
  return grants.flatMap(({ clientId, audience, scope }) => {
    const api = apis.find(({ identifier }) => identifier === audience)
    if (!api) return []
    const defined = new Set(api.scopes.map(({ value }) => value))
    const scopes = scope.filter((value) => !defined.has(value))
    if (scopes.length === 0) return []
    const clientName = clients.find(({ id }) => id === clientId)?.name ?? clientId
    return [{ clientId, clientName, apiId: api.id, apiName: api.name, scopes }]
  })
}
