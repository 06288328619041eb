import { headers } from 'next/headers'
import { ApiHead } from '@/components/apis/api-head'
import { getApi } from '@/lib/apis/queries'
import { grantsForApi } from '@/lib/grants/queries'
import { pathHeader } from '@/lib/request-path'
import { routes } from '@/lib/routes'

export default async function ApiLayout({ params, children }: LayoutProps<'/apis/[apiId]'>) {
  const api = await getApi((await params).apiId)
  return (
    <>
      <ApiHead api={api} clients={await clientCount(api)} />
      {children}
    </>
  )
}

/** How many clients are authorized, unless there are many. The Quickstart does without, to cost one call. */
async function clientCount({ id, identifier }: { id: string; identifier: string }) {
  const path = (await headers()).get(pathHeader)
  if (path?.split('?')[0] === routes.apiQuickstart(id)) return undefined
  const { grants, complete } = await grantsForApi(identifier)
  return complete ? grants.length : undefined
}
