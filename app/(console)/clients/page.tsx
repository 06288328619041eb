import type { Metadata } from 'next'
import { ClientList } from '@/components/clients/client-list'
import { clientTypes } from '@/lib/clients/client'
import { clientsPageSize, listClients } from '@/lib/clients/queries'
import { pageParam, textParam } from '@/lib/search-params'

export const metadata: Metadata = { title: 'Clients' }

export default async function ClientsPage({ searchParams }: PageProps<'/clients'>) {
  const params = await searchParams
  const page = pageParam(params)
  const type = clientTypes.find((known) => known === textParam(params, 'type'))
  const list = await listClients(page, type)
  return <ClientList {...list} page={page} perPage={clientsPageSize} type={type} />
}
