import { Banner } from '@/components/ui/banner'
import type { Observed } from '@/lib/observations/read/observed'
import { sinceInWords } from './since-in-words'

/** From when on absence means something; at the end of what depends on it. */
export function ObservedNote({ observed: { since, gap } }: { observed: Observed }) {
  if (!since) return null
  return (
    <p className="mt-6 text-xs text-ink-faint">
      Observed since <time dateTime={since}>{sinceInWords(since)}</time>
      {gap ? `: ${gap} ` : '. '}
      What was before is not known. Times are in UTC.
    </p>
  )
}

/** Why nothing is known, above what would otherwise look as if nothing had happened. */
export function NotObserved({ observed: { since, unusable } }: { observed: Observed }) {
  if (unusable)
    return (
      <div className="mb-5">
        <Banner tone="warning" title="Tokens are not observed.">
          {unusable}
        </Banner>
      </div>
    )
  if (since) return null
  return (
    <div className="mb-5">
      <Banner tone="plain" title="Tokens are not observed yet.">
        The tenant’s log is read from now on; what is issued and refused shows here a few seconds later.
      </Banner>
    </div>
  )
}
