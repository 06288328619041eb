import type { Metadata } from 'next'
import { ActivityView } from '@/components/activity/activity-view'
import { Mirrored } from '@/components/mirror/mirrored'
import { getApi, getApiStatus } from '@/lib/apis/queries'
import { undoChangeSet } from '@/lib/changes/actions'
import { listActivity } from '@/lib/changes/queries'
import { refreshMirror } from '@/lib/mirror/actions'
import { routes } from '@/lib/routes'
import { pageParam } from '@/lib/search-params'

type Props = PageProps<'/apis/[apiId]/activity'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Activity of ${(await getApi((await params).apiId)).name}` }
}

export default async function ApiActivityPage({ params, searchParams }: Props) {
  const { apiId } = await params
  const api = await getApi(apiId)
  const page = pageParam(await searchParams)
  const { sets, total } = await listActivity({ api }, page)
  const href = (page: number) => routes.apiActivity(api.id, { page })
  return (
    <Mirrored status={await getApiStatus(apiId)} refresh={refreshMirror}>
      <ActivityView of="API" sets={sets} total={total} page={page} href={href} undo={undoChangeSet} />
    </Mirrored>
  )
}
