import { ApisOff } from '@/components/account/apis-off'
import { getTenantSummary } from '@/lib/tenant-settings/queries'

/** While "Enable APIs Section" is off, every address below says so instead of what it would show. */
export default async function ApisLayout({ children }: LayoutProps<'/apis'>) {
  const { apisEnabled } = await getTenantSummary()
  return apisEnabled ? children : <ApisOff />
}
