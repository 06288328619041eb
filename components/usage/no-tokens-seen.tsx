import type { ReactNode } from 'react'
import type { Observed } from '@/lib/observations/read/observed'
import { sinceInWords } from './since-in-words'

/** Instead of plots, where there is nothing to plot: since when nothing was seen, and what to do. */
export function NoTokensSeen({
  observed: { since },
  who,
  children,
}: {
  observed: Observed
  who: string
  children: ReactNode
}) {
  return (
    <p className="py-2 text-ink-muted">
      {since && `${who}: no request for a token since ${sinceInWords(since)} UTC. `}
      {children}
    </p>
  )
}
