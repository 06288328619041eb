import type { Metadata } from 'next'
import { ClientApiList } from '@/components/clients/client-api-list'
import { NoTokensBanner } from '@/components/clients/no-tokens-banner'
import { Mirrored } from '@/components/mirror/mirrored'
import { Pager } from '@/components/ui/pager'
import { planClientApis } from '@/lib/bulk/actions'
import { getClient, getClientStatus } from '@/lib/clients/queries'
import { readAccess, setAccess } from '@/lib/grants/actions'
import { grantFilter, grantQuery } from '@/lib/grants/grant-filter'
import { grantsPageSize, listClientApis } from '@/lib/grants/queries'
import { refreshMirror } from '@/lib/mirror/actions'
import { getMirrorStatus } from '@/lib/mirror/queries'
import { readLastToken } from '@/lib/observations/actions'
import { getLastTokensOfClient } from '@/lib/observations/queries'
import { judgeCopy, planCopy } from '@/lib/refactoring/actions'
import { routes } from '@/lib/routes'
import { pageParam } from '@/lib/search-params'

type Props = PageProps<'/clients/[clientId]/apis'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `APIs of ${(await getClient((await params).clientId)).name}` }
}

export default async function ClientApisPage({ params, searchParams }: Props) {
  const { clientId } = await params
  const query = await searchParams
  const [page, filter] = [pageParam(query), grantFilter(query)]
  const [client, { rows, total, apis, counts }, seen, mirror, status] = await Promise.all([
    getClient(clientId),
    listClientApis(clientId, page, filter),
    getLastTokensOfClient(clientId),
    getMirrorStatus(),
    getClientStatus(clientId),
  ])
  return (
    <Mirrored status={{ ...mirror, ...status }} refresh={refreshMirror}>
      <NoTokensBanner client={client} />
      <ClientApiList
        client={{ clientId, name: client.name }}
        rows={rows}
        reading={crypto.randomUUID()}
        filter={filter}
        counts={counts}
        total={apis}
        actions={{ set: setAccess, read: readAccess }}
        seen={{ ...seen, read: readLastToken }}
        plan={planClientApis.bind(null, clientId)}
        copy={{ judge: judgeCopy.bind(null, clientId), plan: planCopy.bind(null, clientId) }}
      />
      {total > grantsPageSize && (
        <Pager
          page={page - 1}
          perPage={grantsPageSize}
          total={total}
          href={(index) =>
            routes.clientApis(clientId, { ...grantQuery(filter), page: index === 0 ? undefined : index + 1 })
          }
        />
      )}
    </Mirrored>
  )
}
