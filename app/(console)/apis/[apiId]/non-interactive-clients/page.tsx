import type { Metadata } from 'next'
import { grantCount } from '@/components/grants/grant-count'
import { GrantList } from '@/components/grants/grant-list'
import { NoMachines } from '@/components/grants/no-machines'
import { SystemApiWarning } from '@/components/grants/system-api-warning'
import { Pager } from '@/components/ui/pager'
import { TellCount } from '@/components/ui/tell-count'
import { getApi } from '@/lib/apis/queries'
import { readAccess, setAccess } from '@/lib/grants/actions'
import { grantsForApi, listMachines, machinesPageSize } from '@/lib/grants/queries'
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
  const api = await getApi((await params).apiId)
  const query = await searchParams
  const [page, client] = [pageParam(query), textParam(query, 'client')]
  const { rows, total } = await listMachines(api.identifier, page, client)
  const { grants, complete } = await grantsForApi(api.identifier)
  const seen = await getLastTokensAtApi(
    api.identifier,
    rows.map(({ client }) => client.id),
  )
  if (rows.length === 0 && total <= machinesPageSize) return <NoMachines api={api.name} client={client} />

  return (
    <>
      {complete && <TellCount of={grantCount.ofApi(api.id)} count={grants.length} />}
      {api.isSystem && <SystemApiWarning />}
      <GrantList
        key={`${page} ${client}`}
        api={api}
        rows={rows.map(({ client, access, lockedBecause }) => ({
          clientId: client.id,
          name: client.name,
          access,
          // Without this grant the dashboard could not even give it back.
          lockedBecause: lockedBecause ?? (api.isSystem && access ? client.protectedBecause : undefined),
        }))}
        reading={crypto.randomUUID()}
        partial={total > machinesPageSize}
        actions={{ set: setAccess, read: readAccess }}
        seen={{ ...seen, read: readLastToken }}
      />
      {/* The total counts clients of every type, so where one page holds them all it would only puzzle. */}
      {total > machinesPageSize && (
        <Pager
          page={page - 1}
          perPage={machinesPageSize}
          total={total}
          href={(index) => routes.apiClients(api.id, { page: index + 1 })}
        />
      )}
    </>
  )
}
