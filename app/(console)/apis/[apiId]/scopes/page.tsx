import { Mirrored } from '@/components/mirror/mirrored'
import { ScopesPanel } from '@/components/scopes/scopes-panel'
import { accessEndText } from '@/components/usage/access-end-text'
import { addScopes, describeScope, readScopeImpact, removeScope } from '@/lib/apis/actions'
import { getApi, getApiStatus } from '@/lib/apis/queries'
import { countHolders } from '@/lib/grants/queries'
import { refreshMirror } from '@/lib/mirror/actions'
import { getMirrorStatus } from '@/lib/mirror/queries'
import { getLastToken } from '@/lib/observations/queries'
import { planScopeLike, planScopeRework } from '@/lib/refactoring/actions'

type Props = PageProps<'/apis/[apiId]/scopes'>

export async function generateMetadata({ params }: Props) {
  return { title: `Scopes of ${(await getApi((await params).apiId)).name}` }
}

export default async function ScopesPage({ params }: Props) {
  const { apiId } = await params
  const { id, identifier, scopes, tokenLifetime, isSystem } = await getApi(apiId)
  const [mirror, status] = await Promise.all([getMirrorStatus(), getApiStatus(apiId)])

  return (
    <Mirrored status={{ ...mirror, ...status }} refresh={refreshMirror}>
      <ScopesPanel
        apiId={id}
        scopes={scopes}
        grantedTo={await countHolders(identifier, scopes)}
        allGrantsRead
        ends={accessEndText(await getLastToken(identifier), tokenLifetime, new Date(), 'scope')}
        fixed={isSystem}
        actions={{
          add: addScopes.bind(null, id),
          describe: describeScope.bind(null, id),
          impact: readScopeImpact.bind(null, identifier),
          remove: removeScope.bind(null, id),
          rework: planScopeRework.bind(null, id),
          addLike: planScopeLike.bind(null, id),
        }}
      />
    </Mirrored>
  )
}
