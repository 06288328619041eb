import { fullTimestamp } from '@/components/ui/age'
import type { LogGap } from '@/lib/mirror/status'

/** That changes made elsewhere may be told without who made them, and until when. */
export function LogGapNote({ gap: { because, until } }: { gap: LogGap }) {
  return (
    <p className="mb-4 max-w-[72ch] text-ink-muted">
      {because} What was changed elsewhere before{' '}
      <time dateTime={until}>{fullTimestamp(new Date(until))}</time> was found by reading the whole tenant
      again, so the record can’t tell who changed it.
    </p>
  )
}
