import type { Metadata } from 'next'
import { ClientList } from '@/components/clients/client-list'
import { Mirrored } from '@/components/mirror/mirrored'
import { clientTypes } from '@/lib/clients/client'
import { clientsPageSize, listClients } from '@/lib/clients/queries'
import { refreshMirror } from '@/lib/mirror/actions'
import { getMirrorStatus } from '@/lib/mirror/queries'
import { getLastTokensOf } from '@/lib/observations/queries'
import { pageParam, textParam } from '@/lib/search-params'

export const metadata: Metadata = { title: 'Clients' }

export default async function ClientsPage({ searchParams }: PageProps<'/clients'>) {
  const params = await searchParams
  const page = pageParam(params)
  const type = clientTypes.find((known) => known === textParam(params, 'type'))
  const [list, status] = await Promise.all([listClients(page, type), getMirrorStatus()])
  const seen = await getLastTokensOf(list.clients.map(({ id }) => id))
  return (
    <Mirrored status={status} refresh={refreshMirror}>
      <ClientList {...list} seen={seen} page={page} perPage={clientsPageSize} type={type} />
    </Mirrored>
  )
}
