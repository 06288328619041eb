import type { Metadata } from 'next'
import { ClientUsage } from '@/components/usage/client-usage'
import { getClient } from '@/lib/clients/queries'
import { getClientUsage } from '@/lib/observations/queries'
import { spanParam } from '@/lib/observations/span'

type Props = PageProps<'/clients/[clientId]/usage'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Usage of ${(await getClient((await params).clientId)).name}` }
}

export default async function ClientUsagePage({ params, searchParams }: Props) {
  const { clientId } = await params
  const span = spanParam(await searchParams)
  const [client, usage] = await Promise.all([getClient(clientId), getClientUsage(clientId, span)])
  return <ClientUsage client={client} {...usage} span={span} />
}
