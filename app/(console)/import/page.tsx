import type { Metadata } from 'next'
import { ImportDesk } from '@/components/transfer/import-desk'
import { requireAdmin } from '@/lib/session'
import { judgeImport, planImport } from '@/lib/transfer/actions'

export const metadata: Metadata = { title: 'Import' }

export default async function ImportPage() {
  await requireAdmin()
  return <ImportDesk judge={judgeImport} plan={planImport} />
}
