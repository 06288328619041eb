import type { Metadata } from 'next'
import { ClientList } from '@/components/clients/client-list'
import { CreateClient } from '@/components/clients/create-client'
import { listApiNames } from '@/lib/apis/queries'
import { planBulk, readApiScopes } from '@/lib/bulk/actions'
import { createClient } from '@/lib/clients/actions'
import { clientFilter } from '@/lib/clients/list-filter'
import { clientsPageSize, listClients } from '@/lib/clients/queries'
import { getLastTokensOf } from '@/lib/observations/queries'

export const metadata: Metadata = { title: 'Create client' }

export default async function NewClientPage() {
  const filter = clientFilter({})
  const [list, apis] = await Promise.all([listClients(1, filter), listApiNames()])
  const seen = await getLastTokensOf(list.clients.map(({ id }) => id))
  return (
    <>
      <ClientList
        {...list}
        seen={seen}
        page={1}
        perPage={clientsPageSize}
        filter={filter}
        opened={{ ids: [], access: {} }}
        apis={apis}
        bulk={{ plan: planBulk, scopes: readApiScopes }}
      />
      <CreateClient action={createClient} />
    </>
  )
}
