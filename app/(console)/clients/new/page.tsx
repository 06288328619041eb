import type { Metadata } from 'next'
import { ClientList } from '@/components/clients/client-list'
import { CreateClient } from '@/components/clients/create-client'
import { createClient } from '@/lib/clients/actions'
import { clientsPageSize, listClients } from '@/lib/clients/queries'

export const metadata: Metadata = { title: 'Create client' }

export default async function NewClientPage() {
  const list = await listClients(1)
  return (
    <>
      <ClientList {...list} page={1} perPage={clientsPageSize} />
      <CreateClient action={createClient} />
    </>
  )
}
