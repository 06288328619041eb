import { lifetimeInWords } from '@/lib/apis/lifetime'
import { counted } from '@/lib/counted'
import { formatNumber } from '@/lib/number-text'

/** How long a tenant without a limit takes for a call, at a guess. */
const unlimitedPerSecond = 20

/** "14 calls of the Management API, about 7 s at this tenant's 2 calls a second." */
export function costInWords({ calls, perSecond }: { calls: number; perSecond?: number }): string {
  if (calls === 0) return 'Nothing would be written to the tenant.'
  const many = counted(calls, 'call')
  const time = lifetimeInWords(Math.max(1, Math.ceil(calls / (perSecond ?? unlimitedPerSecond))))
  const limit = perSecond ? ` at this tenant’s ${formatNumber(Math.round(perSecond))} calls a second` : ''
  return `Takes ${many} of the Management API, about ${time}${limit}.`
}
