import { Badge } from '@/components/ui/badge'
import type { ActivitySet } from '@/lib/changes/activity'
import { formatNumber } from '@/lib/number-text'

/** What came of a set, in a word or two. */
export function SetOutcome({ set }: { set: ActivitySet }) {
  const { changes, applied, failed, undone } = set
  const [first] = changes
  const total = applied + failed
  if (undone > 0 && undone === applied) return <Badge>Undone</Badge>
  if (set.origin === 'elsewhere') return <Badge tone="info">Changed elsewhere</Badge>
  if (total > 1) {
    const text = `${formatNumber(applied)} of ${formatNumber(total)} applied`
    if (failed > 0) return <Badge tone="warning">{text}</Badge>
    return undone > 0 ? `${text}, ${undone} undone` : text
  }
  if (failed > 0) return <Badge tone="danger">Failed</Badge>
  if (first?.kind === 'client.request_token')
    return first.after?.status === 200 ? 'Token issued' : `Refused with ${first.after?.status}`
  return first?.kind.endsWith('.reveal_secret') ? 'Read, not changed' : 'Applied'
}
