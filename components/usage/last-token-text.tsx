import { fullTimestamp } from '@/components/ui/age'
import { RelativeTime } from '@/components/ui/relative-time'
import { notSince } from './not-since'

type Props = {
  /** ISO 8601; null when none was seen. */
  at: string | null | undefined
  /** Since when every token was seen; null when none can be. */
  since: string | null
}

/** "2 h ago", or since when there was none: what was before that is not known. */
export function LastTokenText({ at, since }: Props) {
  if (at) return <RelativeTime at={at} />
  if (!since) return null
  return (
    <span className="text-ink-faint" title={`No token since ${fullTimestamp(new Date(since))}`}>
      Not since {notSince(since)}
    </span>
  )
}
