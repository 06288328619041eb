import type { Metadata } from 'next'
import { ApiList } from '@/components/apis/api-list'
import { apisPageSize, listApis } from '@/lib/apis/queries'
import { pageParam } from '@/lib/search-params'

export const metadata: Metadata = { title: 'APIs' }

export default async function ApisPage({ searchParams }: PageProps<'/apis'>) {
  const page = pageParam(await searchParams)
  return <ApiList {...(await listApis(page))} page={page} perPage={apisPageSize} />
}
