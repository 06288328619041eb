import { ageOf } from '@/components/ui/age'
import type { Api } from '@/lib/apis/api'
import { type Client, isMachine } from '@/lib/clients/client'
import { counted } from '@/lib/counted'
import type { Grant } from '@/lib/grants/grant'
import type { LatestToken } from '@/lib/observations/read/latest-token'
import { routes } from '@/lib/routes'
import type { SetupStep } from './setup-list'

/** What the tenant holds, as far as one reading told. */
export type Setup = {
  clients: Client[]
  apis: Api[]
  grants: Grant[]
  /** False when there are more client grants than these. */
  grantsComplete: boolean
  /** The last token that was seen; null when none was. */
  latest: LatestToken | null
}

/** The six steps of the flow, and how far this tenant is with each. */
export function setupSteps({ clients, apis, grants, grantsComplete, latest }: Setup): SetupStep[] {
  const machines = clients.filter(isMachine)
  const ours = apis.filter(({ isSystem }) => !isSystem)
  const scoped = ours.filter(({ scopes }) => scopes.length > 0)
  const granted = new Set(grants.map(({ audience }) => audience))
  const authorized = new Set(grants.map(({ clientId }) => clientId))
  const waiting = grantsComplete ? machines.filter(({ id }) => !authorized.has(id)) : []
  const scopeless = ours.find(({ scopes }) => scopes.length === 0)
  const ungranted = ours.find(({ identifier }) => !granted.has(identifier))
  const ready = ours.find(({ identifier }) => granted.has(identifier)) ?? ours[0]

  return [
    {
      title: 'Create clients',
      state: machines.length > 0 ? 'all' : clients.length > 0 ? 'some' : 'none',
      say: saidOfClients(clients.length, machines.length),
      href: clients.length > 0 ? routes.clients() : routes.newClient(),
      go: clients.length > 0 ? 'Clients' : 'Create client',
    },
    {
      title: 'Create APIs',
      state: ours.length > 0 ? 'all' : 'none',
      say: saidOfApis(ours),
      href: ours.length > 0 ? routes.apis() : routes.newApi(),
      go: ours.length > 0 ? 'APIs' : 'Create API',
    },
    {
      title: 'Define scopes',
      state: scoped.length === 0 ? 'none' : scoped.length < ours.length ? 'some' : 'all',
      say: saidOfScopes(ours, scoped),
      href: scopeless
        ? routes.apiScopes(scopeless.id)
        : ours[0]
          ? routes.apiScopes(ours[0].id)
          : routes.apis(),
      go: 'Scopes',
    },
    {
      title: 'Authorize clients',
      state: grants.length === 0 ? 'none' : waiting.length > 0 ? 'some' : 'all',
      say: saidOfGrants(grants.length, grantsComplete, waiting),
      href: ungranted ? routes.apiClients(ungranted.id) : ready ? routes.apiClients(ready.id) : routes.apis(),
      go: 'Authorize',
    },
    {
      title: 'Protect your APIs',
      state: 'outside',
      say: ready
        ? `In your code: the Quickstart of ${ready.name} has it`
        : 'In your code, once there is an API',
      href: ready ? routes.apiQuickstart(ready.id) : routes.apis(),
      go: 'Quickstart',
    },
    {
      title: 'Get tokens',
      state: latest ? 'all' : 'none',
      say: latest
        ? `Last token ${ageOf(new Date(latest.at), new Date())}, for ${latest.clientName}`
        : 'Authorized clients ask the tenant for them, and call the API',
      href: ready ? routes.apiTest(ready.id) : routes.apis(),
      go: 'Test',
    },
  ]
}

function saidOfClients(clients: number, machines: number) {
  if (clients === 0) return 'One of type Non Interactive for each application that calls an API'
  return `${counted(clients, 'client')}, ${machines === clients ? 'all' : machines} with client credentials`
}

function saidOfApis(apis: Api[]) {
  if (apis.length === 0) return 'One for each API that clients call'
  const hs256 = apis.filter(({ signingAlgorithm }) => signingAlgorithm === 'HS256').length
  const split = hs256 === 0 ? 'RS256' : hs256 === apis.length ? 'HS256' : ''
  const algorithms = split ? `, ${split}` : `: ${apis.length - hs256} with RS256, ${hs256} with HS256`
  return `${counted(apis.length, 'API')} of your own${algorithms}`
}

function saidOfScopes(apis: Api[], scoped: Api[]) {
  if (apis.length === 0) return 'What a token may allow, once there is an API'
  if (scoped.length === 0) return 'No API of your own has scopes yet'
  const scopes = scoped.reduce((sum, api) => sum + api.scopes.length, 0)
  return `${counted(scopes, 'scope')} in ${scoped.length} of ${counted(apis.length, 'API')} of your own`
}

function saidOfGrants(grants: number, complete: boolean, waiting: Client[]) {
  if (grants === 0) return 'No client may call an API yet'
  const granted = complete ? counted(grants, 'client grant') : `More than ${grants} client grants`
  if (waiting.length === 0) return granted
  const [first] = waiting
  return `${granted}; ${waiting.length === 1 && first ? `${first.name} has none yet` : `${waiting.length} clients have none yet`}`
}
