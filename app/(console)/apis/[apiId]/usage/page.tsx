import type { Metadata } from 'next'
import { Mirrored } from '@/components/mirror/mirrored'
import { ApiUsage } from '@/components/usage/api-usage'
import { getApi, getApiStatus } from '@/lib/apis/queries'
import { refreshMirror } from '@/lib/mirror/actions'
import { getMirrorStatus } from '@/lib/mirror/queries'
import { getApiUsage } from '@/lib/observations/queries'
import { spanParam } from '@/lib/observations/span'

type Props = PageProps<'/apis/[apiId]/usage'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Usage of ${(await getApi((await params).apiId)).name}` }
}

export default async function ApiUsagePage({ params, searchParams }: Props) {
  const { apiId } = await params
  const api = await getApi(apiId)
  const span = spanParam(await searchParams)
  const [usage, mirror, status] = await Promise.all([
    getApiUsage(api.identifier, span),
    getMirrorStatus(),
    getApiStatus(apiId),
  ])
  return (
    <Mirrored status={{ ...mirror, ...status }} refresh={refreshMirror}>
      <ApiUsage api={api} {...usage} span={span} />
    </Mirrored>
  )
}
