import type { MirrorStatus } from '@/lib/mirror/status'

/** "4,200 of 10,000 clients so far." */
export function readSoFar({ what, count, of }: NonNullable<MirrorStatus['reading']>): string {
  const total = of ? ` of ${of.toLocaleString('en')}` : ''
  return `${count.toLocaleString('en')}${total} ${what} so far.`
}
