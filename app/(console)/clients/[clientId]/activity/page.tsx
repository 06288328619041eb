import type { Metadata } from 'next'
import { ActivityView } from '@/components/activity/activity-view'
import { Mirrored } from '@/components/mirror/mirrored'
import { undoChangeSet } from '@/lib/changes/actions'
import { listActivity } from '@/lib/changes/queries'
import { getClient, getClientStatus } from '@/lib/clients/queries'
import { refreshMirror } from '@/lib/mirror/actions'
import { routes } from '@/lib/routes'
import { pageParam } from '@/lib/search-params'

type Props = PageProps<'/clients/[clientId]/activity'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Activity of ${(await getClient((await params).clientId)).name}` }
}

export default async function ClientActivityPage({ params, searchParams }: Props) {
  const { clientId } = await params
  const page = pageParam(await searchParams)
  const { sets, total } = await listActivity({ clientId }, page)
  const href = (page: number) => routes.clientActivity(clientId, { page })
  return (
    <Mirrored status={await getClientStatus(clientId)} refresh={refreshMirror}>
      <ActivityView of="client" sets={sets} total={total} page={page} href={href} undo={undoChangeSet} />
    </Mirrored>
  )
}
