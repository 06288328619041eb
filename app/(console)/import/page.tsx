import type { Metadata } from 'next'
import { ImportDesk } from '@/components/transfer/import-desk'
import { getApi } from '@/lib/apis/queries'
import { textParam } from '@/lib/search-params'
import { requireAdmin } from '@/lib/session'
import { judgeImport, planImport } from '@/lib/transfer/actions'

export const metadata: Metadata = { title: 'Import' }

export default async function ImportPage({ searchParams }: PageProps<'/import'>) {
  await requireAdmin()
  const apiId = textParam(await searchParams, 'api')
  const api = apiId ? await getApi(apiId) : undefined
  return (
    <ImportDesk
      key={api?.id}
      into={api && { id: api.id, name: api.name }}
      judge={judgeImport}
      plan={planImport}
    />
  )
}
