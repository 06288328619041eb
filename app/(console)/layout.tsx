import type { ReactNode } from 'react'
import { Shell } from '@/components/shell/shell'
import { countMatrixDraft } from '@/lib/access/queries'
import { countMirrored } from '@/lib/mirror/queries'
import { requireAdmin } from '@/lib/session'
import { getTenantSummary } from '@/lib/tenant-settings/queries'

/** Everything behind the sign-in. Each query asks for an admin itself; this only leads people there. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { email } = await requireAdmin()
  const [{ name, kind, apisEnabled }, mirrored, draft] = await Promise.all([
    getTenantSummary(),
    countMirrored(),
    countMatrixDraft(),
  ])
  const counts = { ...mirrored, draft }
  return (
    <Shell tenantName={name} tenantKind={kind} email={email} apisEnabled={apisEnabled} counts={counts}>
      {children}
    </Shell>
  )
}
