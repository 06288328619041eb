import type { NewStep } from '../../changes/set-store'
import { clientDefaults } from '../../clients/defaults'
import type { Access } from '../../grants/grant'
import type { Picture } from '../picture'

/** For tests: what the tenant would hold once the steps were carried out. Throws where the tenant would refuse one. */
export function pretend({ clients, apis, grants }: Picture, steps: NewStep[]): Picture {
  const after = structuredClone({ clients, apis, grants })
  const made = new Map<string, string>()
  const one = <Item>(items: Item[], matches: (item: Item) => boolean): Item => {
    const found = items.find(matches)
    if (!found) throw new Error(`not there: ${matches}`)
    return found
  }
  const clientOf = (id: string) => {
    const known = made.get(id) ?? id
    return one(after.clients, (each) => each.id === known)
  }
  const apiOf = (id: string) => one(after.apis, (api) => api.id === id || api.identifier === id)
  const ofGrant = (change: { clientId: string; audience: string }) => {
    const { id } = clientOf(change.clientId)
    const { identifier } = apiOf(change.audience)
    return (grant: { clientId: string; audience: string }) =>
      grant.clientId === id && grant.audience === identifier
  }
  const refuseUnknown = (audience: string, { scope }: Access) => {
    const has = new Set(apiOf(audience).scopes.map(({ value }) => value))
    const unknown = scope.filter((value) => !has.has(value))
    if (unknown.length > 0) throw new Error(`no such scope: ${unknown}`)
  }

  for (const { change, slot } of steps) {
    switch (change.kind) {
      case 'client.create': {
        const id = `made${after.clients.length}`
        made.set(`new-client:${slot}`, id)
        after.clients.push({ id, ...change.input, ...clientDefaults[change.input.type] })
        break
      }
      case 'client.update':
        Object.assign(clientOf(change.clientId), change.to)
        break
      case 'api.create': {
        const id = `made${after.apis.length}`
        after.apis.push({ id, ...change.input, tokenLifetime: 86_400, scopes: [], isSystem: false })
        break
      }
      case 'api.update':
        Object.assign(apiOf(change.apiId), change.to)
        break
      case 'scope.create':
        apiOf(change.apiId).scopes.push(...change.scopes)
        break
      case 'scope.update':
        one(apiOf(change.apiId).scopes, ({ value }) => value === change.value).description = change.to
        break
      case 'scope.delete': {
        const api = apiOf(change.apiId)
        if (
          after.grants.some(
            ({ audience, scope }) => audience === api.identifier && scope.includes(change.value),
          )
        )
          throw new Error(`still granted: ${change.value}`)
        api.scopes = api.scopes.filter(({ value }) => value !== change.value)
        break
      }
      case 'grant.create':
        if (after.grants.some(ofGrant(change))) throw new Error('granted already')
        refuseUnknown(change.audience, change.to)
        after.grants.push({
          id: `made${after.grants.length}`,
          clientId: clientOf(change.clientId).id,
          audience: change.audience,
          isSystem: false,
          needsOrganization: false,
          ...change.to,
        })
        break
      case 'grant.update':
        refuseUnknown(change.audience, change.to)
        Object.assign(one(after.grants, ofGrant(change)), change.to)
        break
      case 'grant.delete':
        after.grants.splice(after.grants.indexOf(one(after.grants, ofGrant(change))), 1)
        break
      default:
        throw new Error(`unexpected: ${change.kind}`)
    }
  }
  return after
}
