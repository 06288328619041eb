import type { Metadata } from 'next'
import { ClientApiList } from '@/components/clients/client-api-list'
import { NoTokensBanner } from '@/components/clients/no-tokens-banner'
import { UnreadGrants } from '@/components/clients/unread-grants'
import { Mirrored } from '@/components/mirror/mirrored'
import { planClientApis } from '@/lib/bulk/actions'
import { getClient, getClientStatus } from '@/lib/clients/queries'
import { readAccess, setAccess } from '@/lib/grants/actions'
import { listClientApis } from '@/lib/grants/queries'
import { refreshMirror } from '@/lib/mirror/actions'
import { getMirrorStatus } from '@/lib/mirror/queries'
import { readLastToken } from '@/lib/observations/actions'
import { getLastTokensOfClient } from '@/lib/observations/queries'
import { judgeCopy, planCopy } from '@/lib/refactoring/actions'

type Props = PageProps<'/clients/[clientId]/apis'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `APIs of ${(await getClient((await params).clientId)).name}` }
}

export default async function ClientApisPage({ params }: Props) {
  const { clientId } = await params
  const [client, { rows, others, complete }, seen, mirror, status] = await Promise.all([
    getClient(clientId),
    listClientApis(clientId),
    getLastTokensOfClient(clientId),
    getMirrorStatus(),
    getClientStatus(clientId),
  ])
  const reading = crypto.randomUUID()
  return (
    <Mirrored status={{ ...mirror, ...status }} refresh={refreshMirror}>
      <NoTokensBanner client={client} />
      <ClientApiList
        key={reading}
        client={{ clientId, name: client.name }}
        rows={rows}
        reading={reading}
        actions={{ set: setAccess, read: readAccess }}
        seen={{ ...seen, read: readLastToken }}
        plan={planClientApis.bind(null, clientId)}
        copy={{ judge: judgeCopy.bind(null, clientId), plan: planCopy.bind(null, clientId) }}
      />
      <UnreadGrants audiences={others.map(({ audience }) => audience)} complete={complete} />
    </Mirrored>
  )
}
