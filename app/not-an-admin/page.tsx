import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { NotAnAdmin } from '@/components/account/not-an-admin'
import { routes } from '@/lib/routes'
import { currentVisitor } from '@/lib/session'

export const metadata: Metadata = { title: 'This account may not enter' }

export default async function NotAnAdminPage() {
  const visitor = await currentVisitor()
  if (visitor.kind === 'nobody') redirect(routes.signIn(routes.overview()))
  if (visitor.kind === 'admin') redirect(routes.overview())
  return <NotAnAdmin email={visitor.email} because={visitor.because} />
}
