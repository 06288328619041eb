import type { Metadata } from 'next'
import { ClientHead } from '@/components/clients/client-head'
import { clientImpact } from '@/components/clients/client-impact'
import { ClientSettings } from '@/components/clients/client-settings'
import { clientValues } from '@/components/clients/client-values'
import { deleteClient, updateClient } from '@/lib/clients/actions'
import { getClient } from '@/lib/clients/queries'
import { listClientApis } from '@/lib/grants/queries'

type Props = PageProps<'/clients/[clientId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getClient((await params).clientId)).name }
}

export default async function ClientPage({ params }: Props) {
  const { clientId } = await params
  const [client, held] = await Promise.all([getClient(clientId), listClientApis(clientId)])
  return (
    <>
      <ClientHead client={client} apis={held.total} />
      <ClientSettings
        client={client}
        impact={clientImpact(held)}
        action={updateClient.bind(null, clientId, clientValues(client))}
        deleteClient={deleteClient.bind(null, clientId)}
      />
    </>
  )
}
