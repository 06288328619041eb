import type { Metadata } from 'next'
import { ClientList } from '@/components/clients/client-list'
import { CreateClient } from '@/components/clients/create-client'
import { createClient } from '@/lib/clients/actions'
import { clientsPageSize, listClients } from '@/lib/clients/queries'
import { getLastTokensOf } from '@/lib/observations/queries'

export const metadata: Metadata = { title: 'Create client' }

export default async function NewClientPage() {
  const list = await listClients(1)
  const seen = await getLastTokensOf(list.clients.map(({ id }) => id))
  return (
    <>
      <ClientList {...list} seen={seen} page={1} perPage={clientsPageSize} />
      <CreateClient action={createClient} />
    </>
  )
}
