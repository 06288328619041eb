import type { Metadata } from 'next'
import { ApiUsage } from '@/components/usage/api-usage'
import { getApi } from '@/lib/apis/queries'
import { getApiUsage } from '@/lib/observations/queries'
import { spanParam } from '@/lib/observations/span'

type Props = PageProps<'/apis/[apiId]/usage'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Usage of ${(await getApi((await params).apiId)).name}` }
}

export default async function ApiUsagePage({ params, searchParams }: Props) {
  const api = await getApi((await params).apiId)
  const span = spanParam(await searchParams)
  return <ApiUsage api={api} {...(await getApiUsage(api.identifier, span))} span={span} />
}
