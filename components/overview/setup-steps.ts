import { ageOf } from '@/components/ui/age'
import { counted } from '@/lib/counted'
import { formatNumber } from '@/lib/number-text'
import type { LatestToken } from '@/lib/observations/read/latest-token'
import { routes } from '@/lib/routes'
import type { Setup } from '@/lib/setup/read-setup'
import type { SetupStep } from './setup-list'

/** The six steps of the flow, and how far this tenant is with each; `latest` is the last token that was seen. */
export function setupSteps(setup: Setup, latest: LatestToken | null): SetupStep[] {
  const { clients, apis, grants, waiting, scopeless, ungranted, granted } = setup
  const firstApi = granted ?? ungranted
  return [
    {
      title: 'Create clients',
      state: clients.machines > 0 ? 'all' : clients.total > 0 ? 'some' : 'none',
      say: saidOfClients(clients),
      href: clients.total > 0 ? routes.clients() : routes.newClient(),
      go: clients.total > 0 ? 'Clients' : 'Create client',
    },
    {
      title: 'Create APIs',
      state: apis.total > 0 ? 'all' : 'none',
      say: saidOfApis(apis),
      href: apis.total > 0 ? routes.apis() : routes.newApi(),
      go: apis.total > 0 ? 'APIs' : 'Create API',
    },
    {
      title: 'Define scopes',
      state: apis.scoped === 0 ? 'none' : apis.scoped < apis.total ? 'some' : 'all',
      say: saidOfScopes(apis),
      href: scopeless
        ? routes.apiScopes(scopeless.id)
        : firstApi
          ? routes.apiScopes(firstApi.id)
          : routes.apis(),
      go: 'Scopes',
    },
    {
      title: 'Authorize clients',
      state: grants.total === 0 ? 'none' : waiting.total > 0 ? 'some' : 'all',
      say: saidOfGrants(grants.total, waiting),
      href: ungranted
        ? routes.apiClients(ungranted.id)
        : granted
          ? routes.apiClients(granted.id)
          : routes.apis(),
      go: 'Authorize',
    },
    {
      title: 'Protect your APIs',
      state: 'outside',
      say: firstApi
        ? `In your code: the Quickstart of ${firstApi.name} has it`
        : 'In your code, once there is an API',
      href: firstApi ? routes.apiQuickstart(firstApi.id) : routes.apis(),
      go: 'Quickstart',
    },
    {
      title: 'Get tokens',
      state: latest ? 'all' : 'none',
      say: latest
        ? `Last token ${ageOf(new Date(latest.at), new Date())}, for ${latest.clientName}`
        : 'Authorized clients ask the tenant for them, and call the API',
      href: firstApi ? routes.apiTest(firstApi.id) : routes.apis(),
      go: 'Test',
    },
  ]
}

function saidOfClients({ total, machines }: Setup['clients']) {
  if (total === 0) return 'One of type Non Interactive for each application that calls an API'
  return `${counted(total, 'client')}, ${machines === total ? 'all' : formatNumber(machines)} with client credentials`
}

function saidOfApis({ total, hs256 }: Setup['apis']) {
  if (total === 0) return 'One for each API that clients call'
  const one = hs256 === 0 ? 'RS256' : hs256 === total ? 'HS256' : ''
  const algorithms = one ? `, ${one}` : `: ${total - hs256} with RS256, ${hs256} with HS256`
  return `${counted(total, 'API')} of your own${algorithms}`
}

function saidOfScopes({ total, scoped, scopes }: Setup['apis']) {
  if (total === 0) return 'What a token may allow, once there is an API'
  if (scoped === 0) return 'No API of your own has scopes yet'
  return `${counted(scopes, 'scope')} in ${scoped} of ${counted(total, 'API')} of your own`
}

function saidOfGrants(grants: number, waiting: Setup['waiting']) {
  if (grants === 0) return 'No client may call an API yet'
  const granted = counted(grants, 'client grant')
  if (waiting.total === 0) return granted
  const { total, first } = waiting
  return `${granted}; ${total === 1 && first ? `${first.name} has none yet` : `${formatNumber(total)} clients have none yet`}`
}
