import type { Metadata } from 'next'
import { ClientList } from '@/components/clients/client-list'
import { Mirrored } from '@/components/mirror/mirrored'
import { listApiNames } from '@/lib/apis/queries'
import { planBulk, readApiScopes } from '@/lib/bulk/actions'
import { clientFilter } from '@/lib/clients/list-filter'
import { clientsPageSize, listClients } from '@/lib/clients/queries'
import { listAccessOfClients } from '@/lib/grants/queries'
import { refreshMirror } from '@/lib/mirror/actions'
import { getMirrorStatus } from '@/lib/mirror/queries'
import { getLastTokensOf } from '@/lib/observations/queries'
import { openRows } from '@/lib/open-rows'
import { pageParam } from '@/lib/search-params'

export const metadata: Metadata = { title: 'Clients' }

export default async function ClientsPage({ searchParams }: PageProps<'/clients'>) {
  const params = await searchParams
  const page = pageParam(params)
  const filter = clientFilter(params)
  const ids = openRows(params)
  const [list, access, apis, status] = await Promise.all([
    listClients(page, filter),
    listAccessOfClients(ids),
    listApiNames(),
    getMirrorStatus(),
  ])
  const seen = await getLastTokensOf(list.clients.map(({ id }) => id))
  return (
    <Mirrored status={status} refresh={refreshMirror}>
      <ClientList
        {...list}
        seen={seen}
        page={page}
        perPage={clientsPageSize}
        filter={filter}
        opened={{ ids, access }}
        apis={apis}
        bulk={{ plan: planBulk, scopes: readApiScopes }}
      />
    </Mirrored>
  )
}
