import type { Metadata } from 'next'
import { General } from '@/components/account/general'
import { requireAdmin } from '@/lib/session'

export const metadata: Metadata = { title: 'Account' }

export default async function AccountPage() {
  const { email } = await requireAdmin()
  return <General email={email} />
}
