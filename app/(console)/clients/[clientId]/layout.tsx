import { ClientHead } from '@/components/clients/client-head'
import { getClient } from '@/lib/clients/queries'
import { listClientApis } from '@/lib/grants/queries'

export default async function ClientLayout({ params, children }: LayoutProps<'/clients/[clientId]'>) {
  const { clientId } = await params
  const [client, { total }] = await Promise.all([getClient(clientId), listClientApis(clientId)])
  return (
    <>
      <ClientHead client={client} apis={total} />
      {children}
    </>
  )
}
