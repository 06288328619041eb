import { ClientHead } from '@/components/clients/client-head'
import { getClient } from '@/lib/clients/queries'
import { getClientHoldings } from '@/lib/grants/queries'
import { getLastTokensOf } from '@/lib/observations/queries'

export default async function ClientLayout({ params, children }: LayoutProps<'/clients/[clientId]'>) {
  const { clientId } = await params
  const [client, { total }, { lastTokens, since }] = await Promise.all([
    getClient(clientId),
    getClientHoldings(clientId),
    getLastTokensOf([clientId]),
  ])
  return (
    <>
      <ClientHead client={client} apis={total} lastToken={{ at: lastTokens[clientId], since }} />
      {children}
    </>
  )
}
