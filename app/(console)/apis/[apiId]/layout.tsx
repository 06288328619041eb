import { ApiHead } from '@/components/apis/api-head'
import { getApi } from '@/lib/apis/queries'
import { countAuthorized } from '@/lib/grants/queries'

export default async function ApiLayout({ params, children }: LayoutProps<'/apis/[apiId]'>) {
  const api = await getApi((await params).apiId)
  return (
    <>
      <ApiHead api={api} clients={await countAuthorized(api.identifier)} />
      {children}
    </>
  )
}
