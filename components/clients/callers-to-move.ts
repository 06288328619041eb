import { ageOf } from '@/components/ui/age'
import type { Fact } from '@/components/ui/facts'
import type { CallerUse } from '@/lib/observations/read/callers'

const named = 3
const recentMs = 30 * 86_400_000

/** Who has to get a new secret, as far as they were seen to ask for tokens in the last 30 days. */
export function callersToMove(callers: readonly CallerUse[], now: Date): Fact[] {
  const recent = callers.filter(({ lastAt }) => now.getTime() - Date.parse(lastAt) < recentMs)
  const [last] = recent
  if (!last) return []
  const addresses = [...new Set(recent.map(({ ip }) => ip).filter(Boolean))]
  const more = addresses.length - named
  const shown = addresses.slice(0, named).join(', ')
  return [
    { term: 'Last asked', value: ageOf(new Date(last.lastAt), now) },
    {
      term: 'Callers to move',
      value: `${shown}${more > 0 ? ` and ${more} more` : ''}, seen in the last 30 d`,
    },
  ]
}
