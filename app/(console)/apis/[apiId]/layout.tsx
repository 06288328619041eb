import { ApiHead } from '@/components/apis/api-head'
import { getApi } from '@/lib/apis/queries'
import { grantsForApi } from '@/lib/grants/queries'

export default async function ApiLayout({ params, children }: LayoutProps<'/apis/[apiId]'>) {
  const api = await getApi((await params).apiId)
  const { grants, complete } = await grantsForApi(api.identifier)
  return (
    <>
      <ApiHead api={api} clients={complete ? grants.length : undefined} />
      {children}
    </>
  )
}
