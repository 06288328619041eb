import type { MirrorStatus } from '@/lib/mirror/status'
import { formatNumber } from '@/lib/number-text'

/** "4,200 of 10,000 clients so far." */
export function readSoFar({ what, count, of }: NonNullable<MirrorStatus['reading']>): string {
  const total = of ? ` of ${formatNumber(of)}` : ''
  return `${formatNumber(count)}${total} ${what} so far.`
}
