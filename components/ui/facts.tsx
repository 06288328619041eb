import type { ReactNode } from 'react'

export type Fact = { term: string; value: ReactNode }

/** What is so: the term faint left, the fact right; on a phone the term above. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className="grid gap-2">
      {facts.map(({ term, value }) => (
        <div key={term} className="grid grid-cols-[116px_minmax(0,1fr)] gap-x-3 max-wide:grid-cols-1">
          <dt className="text-ink-faint max-wide:text-xs">{term}</dt>
          <dd className="wrap-anywhere [&_b]:font-medium">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
