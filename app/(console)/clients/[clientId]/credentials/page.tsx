import type { Metadata } from 'next'
import { clientImpact } from '@/components/clients/client-impact'
import { Credentials } from '@/components/clients/credentials'
import { TokenRequestAside } from '@/components/clients/token-request-aside'
import { Mirrored } from '@/components/mirror/mirrored'
import { Settings } from '@/components/ui/settings-group'
import { revealClientSecret, rotateClientSecret } from '@/lib/clients/actions'
import { getClient, getClientStatus } from '@/lib/clients/queries'
import { getClientHoldings } from '@/lib/grants/queries'
import { refreshMirror } from '@/lib/mirror/actions'
import { getCallers, getLongestToken } from '@/lib/observations/queries'
import { getIssuer } from '@/lib/tenant-settings/queries'

type Props = PageProps<'/clients/[clientId]/credentials'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Credentials of ${(await getClient((await params).clientId)).name}` }
}

export default async function ClientCredentialsPage({ params }: Props) {
  const { clientId } = await params
  const [client, status, held, issuer, longest, callers] = await Promise.all([
    getClient(clientId),
    getClientStatus(clientId),
    getClientHoldings(clientId),
    getIssuer(),
    getLongestToken(clientId),
    getCallers(clientId),
  ])
  return (
    <Mirrored status={status} refresh={refreshMirror}>
      <Settings aside={<TokenRequestAside client={client} issuer={issuer} apis={held.total} />}>
        <Credentials
          client={client}
          impact={clientImpact(held, longest)}
          callers={callers}
          issuer={issuer}
          reveal={revealClientSecret.bind(null, clientId)}
          rotate={rotateClientSecret.bind(null, clientId)}
        />
      </Settings>
    </Mirrored>
  )
}
