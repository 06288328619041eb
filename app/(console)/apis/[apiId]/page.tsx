import { redirect } from 'next/navigation'
import { routes } from '@/lib/routes'

export default async function ApiPage({ params }: PageProps<'/apis/[apiId]'>) {
  redirect(routes.apiQuickstart((await params).apiId))
}
