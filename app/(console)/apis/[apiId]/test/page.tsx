import { Mirrored } from '@/components/mirror/mirrored'
import { NoSuchClient } from '@/components/tokens/no-such-client'
import { SystemTokenWarning } from '@/components/tokens/system-token-warning'
import { TestBench } from '@/components/tokens/test-bench'
import { maxScopes } from '@/lib/apis/api'
import { getApi, getApiStatus } from '@/lib/apis/queries'
import { setAccess } from '@/lib/grants/actions'
import { refreshMirror } from '@/lib/mirror/actions'
import { getMirrorStatus } from '@/lib/mirror/queries'
import { textParam, wordParams } from '@/lib/search-params'
import { getIssuer } from '@/lib/tenant-settings/queries'
import { callApi, createTestClient, requestToken } from '@/lib/tokens/actions'
import { callableOrigins, listTokenClients } from '@/lib/tokens/queries'

type Props = PageProps<'/apis/[apiId]/test'>

export async function generateMetadata({ params }: Props) {
  return { title: `Test ${(await getApi((await params).apiId)).name}` }
}

export default async function TestPage({ params, searchParams }: Props) {
  const [{ apiId }, query] = await Promise.all([params, searchParams])
  const chosen = textParam(query, 'client') || undefined
  const [issuer, callable, mirror, status, api, { clients, complete, missing }] = await Promise.all([
    getIssuer(),
    callableOrigins(),
    getMirrorStatus(),
    getApiStatus(apiId),
    getApi(apiId),
    listTokenClients(apiId, chosen),
  ])
  const authorized = clients.filter(({ access }) => access)

  return (
    <Mirrored status={{ ...mirror, ...status }} refresh={refreshMirror}>
      {api.isSystem && <SystemTokenWarning />}
      {missing && chosen && <NoSuchClient id={chosen} />}
      <TestBench
        issuer={issuer}
        callable={callable}
        api={api}
        clients={clients}
        complete={complete}
        initial={{
          client: missing ? undefined : (chosen ?? authorized[0]?.id),
          scopes: wordParams(query, 'scope', maxScopes),
          need: textParam(query, 'need')?.trim() ?? '',
          call: textParam(query, 'call')?.trim() ?? '',
        }}
        actions={{ setAccess, requestToken, callApi, createTestClient: createTestClient.bind(null, api.id) }}
      />
    </Mirrored>
  )
}
