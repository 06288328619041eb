import { grantCount } from '@/components/grants/grant-count'
import { Badge } from '@/components/ui/badge'
import { Identifier } from '@/components/ui/identifier'
import { PageHead } from '@/components/ui/page-head'
import { Tabs } from '@/components/ui/tabs'
import { LastTokenText } from '@/components/usage/last-token-text'
import { type Client, clientTypeLabel } from '@/lib/clients/client'
import { routes } from '@/lib/routes'

type Props = {
  client: Client
  /** How many APIs it may call. */
  apis: number
  /** Its last token for whatever API, and since when every token was seen. */
  lastToken: { at: string | undefined; since: string | null }
}

/** What stands above each tab of a client. */
export function ClientHead({ client, apis, lastToken }: Props) {
  const { id, name, type, protectedBecause } = client
  return (
    <>
      <PageHead
        crumb={{ href: routes.clients(), label: 'Clients' }}
        title={name}
        sub={
          <>
            <Identifier value={id} label="client ID" />
            <span>{clientTypeLabel(type)}</span>
            {(lastToken.at || lastToken.since) && (
              <span>
                Last token: <LastTokenText {...lastToken} />
              </span>
            )}
            {protectedBecause && <Badge>Protected</Badge>}
          </>
        }
      />
      <Tabs
        label={name}
        tabs={[
          { href: routes.client(id), label: 'Settings' },
          { href: routes.clientCredentials(id), label: 'Credentials' },
          { href: routes.clientApis(id), label: 'APIs', count: apis, live: grantCount.ofClient(id) },
          { href: routes.clientUsage(id), label: 'Usage' },
          { href: routes.clientActivity(id), label: 'Activity' },
        ]}
      />
    </>
  )
}
