import type { Metadata } from 'next'
import { ApiList } from '@/components/apis/api-list'
import { Mirrored } from '@/components/mirror/mirrored'
import { apiFilter } from '@/lib/apis/list-filter'
import { apisPageSize, listApis } from '@/lib/apis/queries'
import { planApiBulk } from '@/lib/bulk/actions'
import { listAccessToApis } from '@/lib/grants/queries'
import { refreshMirror } from '@/lib/mirror/actions'
import { getMirrorStatus } from '@/lib/mirror/queries'
import { getObservedSince } from '@/lib/observations/queries'
import { openRows } from '@/lib/open-rows'
import { pageParam } from '@/lib/search-params'

export const metadata: Metadata = { title: 'APIs' }

export default async function ApisPage({ searchParams }: PageProps<'/apis'>) {
  const params = await searchParams
  const [page, filter] = [pageParam(params), apiFilter(params)]
  const [list, since, status] = await Promise.all([
    listApis(page, filter),
    getObservedSince(),
    getMirrorStatus(),
  ])
  const ids = openRows(params)
  const open = list.apis.filter(({ id }) => ids.includes(id)).map(({ identifier }) => identifier)
  const access = await listAccessToApis(open)
  return (
    <Mirrored status={status} refresh={refreshMirror}>
      <ApiList
        {...list}
        since={since}
        filter={filter}
        opened={{ ids, access }}
        page={page}
        perPage={apisPageSize}
        bulk={planApiBulk}
      />
    </Mirrored>
  )
}
