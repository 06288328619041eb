import type { Metadata } from 'next'
import { ApiList } from '@/components/apis/api-list'
import { CreateApi } from '@/components/apis/create-api'
import { createApi, findApiByIdentifier } from '@/lib/apis/actions'
import { apiFilter } from '@/lib/apis/list-filter'
import { apisPageSize, listApis } from '@/lib/apis/queries'
import { planApiBulk } from '@/lib/bulk/actions'
import { getObservedSince } from '@/lib/observations/queries'

export const metadata: Metadata = { title: 'Create API' }

export default async function NewApiPage() {
  const filter = apiFilter({})
  const [list, since] = await Promise.all([listApis(1, filter), getObservedSince()])
  return (
    <>
      <ApiList
        {...list}
        since={since}
        filter={filter}
        opened={{ ids: [], access: {} }}
        page={1}
        perPage={apisPageSize}
        bulk={planApiBulk}
      />
      <CreateApi action={createApi} findIdentifier={findApiByIdentifier} />
    </>
  )
}
