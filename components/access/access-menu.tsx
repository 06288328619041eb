'use client'

import { useSearchParams } from 'next/navigation'
import { TransferMenu } from '@/components/transfer/transfer-menu'
import { routes } from '@/lib/routes'

/** Takes along what the matrix shows at this address, or all there is. */
export function AccessMenu() {
  const query = useSearchParams()
  return <TransferMenu shown={routes.accessExport(new URLSearchParams(query))} />
}
