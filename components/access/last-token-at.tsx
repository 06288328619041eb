import { fullTimestamp } from '@/components/ui/age'
import { RelativeTime } from '@/components/ui/relative-time'
import { notSince } from '@/components/usage/not-since'
import { useLastTokens } from './use-last-tokens'

type Props = { clientId: string; audience: string }

/** "Last token 2 h ago", or since when there was none; nothing until it is known. */
export function LastTokenAt({ clientId, audience }: Props) {
  const seen = useLastTokens(clientId)
  if (!seen?.since) return null
  const at = seen.lastTokens[audience]
  if (!at)
    return (
      <span title={`No token since ${fullTimestamp(new Date(seen.since))}`}>
        No token since {notSince(seen.since)}
      </span>
    )
  return (
    <span>
      Last token <RelativeTime at={at} />
    </span>
  )
}
