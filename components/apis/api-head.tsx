import { grantCount } from '@/components/grants/grant-count'
import { Badge } from '@/components/ui/badge'
import { Identifier } from '@/components/ui/identifier'
import { PageHead } from '@/components/ui/page-head'
import { Tabs } from '@/components/ui/tabs'
import type { Api } from '@/lib/apis/api'
import { lifetimeInWords } from '@/lib/apis/lifetime'
import { routes } from '@/lib/routes'

type Props = {
  api: Api
  /** How many clients are authorized for it; absent when that could not be counted. */
  clients?: number
}

/** What stands above each tab of an API. */
export function ApiHead({ api, clients }: Props) {
  const { id, name, identifier, signingAlgorithm, tokenLifetime, scopes, isSystem } = api
  return (
    <>
      <PageHead
        crumb={{ href: routes.apis(), label: 'APIs' }}
        title={name}
        sub={
          <>
            <Identifier value={identifier} label="identifier" />
            <span>{signingAlgorithm}</span>
            <span>Token lifetime {lifetimeInWords(tokenLifetime)}</span>
            {isSystem && <Badge>System API</Badge>}
          </>
        }
      />
      <Tabs
        label={name}
        tabs={[
          { href: routes.apiQuickstart(id), label: 'Quickstart' },
          { href: routes.apiSettings(id), label: 'Settings' },
          { href: routes.apiScopes(id), label: 'Scopes', count: scopes.length },
          {
            href: routes.apiClients(id),
            label: 'Non Interactive Clients',
            count: clients,
            live: grantCount.ofApi(id),
          },
          { href: routes.apiUsage(id), label: 'Usage' },
          { href: routes.apiTest(id), label: 'Test' },
          { href: routes.apiActivity(id), label: 'Activity' },
        ]}
      />
    </>
  )
}
