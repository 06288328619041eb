import type { Metadata } from 'next'
import { ApiList } from '@/components/apis/api-list'
import { Mirrored } from '@/components/mirror/mirrored'
import { apiFilter } from '@/lib/apis/list-filter'
import { apisPageSize, listApis } from '@/lib/apis/queries'
import { planApiBulk } from '@/lib/bulk/actions'
import { refreshMirror } from '@/lib/mirror/actions'
import { getMirrorStatus } from '@/lib/mirror/queries'
import { pageParam } from '@/lib/search-params'

export const metadata: Metadata = { title: 'APIs' }

export default async function ApisPage({ searchParams }: PageProps<'/apis'>) {
  const params = await searchParams
  const [page, filter] = [pageParam(params), apiFilter(params)]
  const [list, status] = await Promise.all([listApis(page, filter), getMirrorStatus()])
  return (
    <Mirrored status={status} refresh={refreshMirror}>
      <ApiList {...list} filter={filter} page={page} perPage={apisPageSize} bulk={planApiBulk} />
    </Mirrored>
  )
}
