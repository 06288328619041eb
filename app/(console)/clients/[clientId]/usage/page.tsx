import type { Metadata } from 'next'
import { Mirrored } from '@/components/mirror/mirrored'
import { ClientUsage } from '@/components/usage/client-usage'
import { getClient, getClientStatus } from '@/lib/clients/queries'
import { refreshMirror } from '@/lib/mirror/actions'
import { getMirrorStatus } from '@/lib/mirror/queries'
import { getClientUsage } from '@/lib/observations/queries'
import { spanParam } from '@/lib/observations/span'

type Props = PageProps<'/clients/[clientId]/usage'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Usage of ${(await getClient((await params).clientId)).name}` }
}

export default async function ClientUsagePage({ params, searchParams }: Props) {
  const { clientId } = await params
  const span = spanParam(await searchParams)
  const [client, usage, mirror, status] = await Promise.all([
    getClient(clientId),
    getClientUsage(clientId, span),
    getMirrorStatus(),
    getClientStatus(clientId),
  ])
  return (
    <Mirrored status={{ ...mirror, ...status }} refresh={refreshMirror}>
      <ClientUsage client={client} {...usage} span={span} />
    </Mirrored>
  )
}
