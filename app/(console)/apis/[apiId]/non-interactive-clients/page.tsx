import type { Metadata } from 'next'
import { GrantList } from '@/components/grants/grant-list'
import { NoMachines } from '@/components/grants/no-machines'
import { SystemApiWarning } from '@/components/grants/system-api-warning'
import { Mirrored } from '@/components/mirror/mirrored'
import { Pager } from '@/components/ui/pager'
import { getApi, getApiStatus } from '@/lib/apis/queries'
import { planBulk, readApiScopes } from '@/lib/bulk/actions'
import { readAccess, setAccess } from '@/lib/grants/actions'
import { grantFilter, grantQuery } from '@/lib/grants/grant-filter'
import { grantsPageSize, listMachines } from '@/lib/grants/queries'
import { refreshMirror } from '@/lib/mirror/actions'
import { getMirrorStatus } from '@/lib/mirror/queries'
import { readLastToken } from '@/lib/observations/actions'
import { getLastTokensAtApi } from '@/lib/observations/queries'
import { routes } from '@/lib/routes'
import { pageParam, textParam } from '@/lib/search-params'

type Props = PageProps<'/apis/[apiId]/non-interactive-clients'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await getApi((await params).apiId)
  return { title: `Non Interactive Clients of ${name}` }
}

export default async function ApiClientsPage({ params, searchParams }: Props) {
  const { apiId } = await params
  const api = await getApi(apiId)
  const query = await searchParams
  const [page, filter, client] = [pageParam(query), grantFilter(query), textParam(query, 'client')]
  const [{ rows, total, machines, counts }, mirror, status] = await Promise.all([
    listMachines(api.identifier, page, filter, client),
    getMirrorStatus(),
    getApiStatus(apiId),
  ])
  const seen = await getLastTokensAtApi(
    api.identifier,
    rows.map(({ client }) => client.id),
  )
  if (rows.length === 0 && !counts && !filter.unused) return <NoMachines api={api.name} client={client} />

  return (
    <Mirrored status={{ ...mirror, ...status }} refresh={refreshMirror}>
      {api.isSystem && <SystemApiWarning />}
      <GrantList
        api={api}
        rows={rows.map(({ client, access, lockedBecause }) => ({
          clientId: client.id,
          name: client.name,
          access,
          // Without this grant the dashboard could not even give it back.
          lockedBecause: lockedBecause ?? (api.isSystem && access ? client.protectedBecause : undefined),
        }))}
        reading={crypto.randomUUID()}
        filter={filter}
        counts={counts}
        total={machines}
        bulk={{ plan: planBulk, scopes: readApiScopes }}
        actions={{ set: setAccess, read: readAccess }}
        seen={{ ...seen, read: readLastToken }}
      />
      {total > grantsPageSize && (
        <Pager
          page={page - 1}
          perPage={grantsPageSize}
          total={total}
          href={(index) =>
            routes.apiClients(api.id, { ...grantQuery(filter), page: index === 0 ? undefined : index + 1 })
          }
        />
      )}
    </Mirrored>
  )
}
