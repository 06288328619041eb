import type { Metadata } from 'next'
import { clientImpact } from '@/components/clients/client-impact'
import { ClientSettings } from '@/components/clients/client-settings'
import { clientValues } from '@/components/clients/client-values'
import { Mirrored } from '@/components/mirror/mirrored'
import { Aside } from '@/components/ui/aside'
import { Link } from '@/components/ui/link'
import { Settings } from '@/components/ui/settings-group'
import { deleteClient, updateClient } from '@/lib/clients/actions'
import { getClient, getClientStatus } from '@/lib/clients/queries'
import { getClientHoldings } from '@/lib/grants/queries'
import { refreshMirror } from '@/lib/mirror/actions'
import { getLongestToken } from '@/lib/observations/queries'
import { routes } from '@/lib/routes'

type Props = PageProps<'/clients/[clientId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getClient((await params).clientId)).name }
}

export default async function ClientPage({ params }: Props) {
  const { clientId } = await params
  const [client, status, held, longest] = await Promise.all([
    getClient(clientId),
    getClientStatus(clientId),
    getClientHoldings(clientId),
    getLongestToken(clientId),
  ])
  const facts = [
    {
      term: 'APIs',
      value: <Link href={routes.clientApis(clientId)}>{`${held.total || 'None'} authorized`}</Link>,
    },
    { term: 'Secret', value: <Link href={routes.clientCredentials(clientId)}>Under Credentials</Link> },
  ]
  return (
    <Mirrored status={status} refresh={refreshMirror}>
      <Settings aside={<Aside title="About this client" facts={facts} />}>
        <ClientSettings
          client={client}
          impact={clientImpact(held, longest)}
          action={updateClient.bind(null, clientId, clientValues(client))}
          deleteClient={deleteClient.bind(null, clientId)}
        />
      </Settings>
    </Mirrored>
  )
}
