import type { ReactNode } from 'react'
import type { Fact } from './facts'

/** Facts beside a page's main column; above 1180 px it stays in sight, below it follows the column. */
export function Aside({ title, facts, children }: { title: string; facts: Fact[]; children?: ReactNode }) {
  return (
    <aside
      aria-label={title}
      className="border-line desk:sticky desk:top-6 desk:border-l desk:pl-6 max-desk:mt-2 max-desk:border-t max-desk:pt-5"
    >
      <h3 className="font-semibold">{title}</h3>
      <dl className="mt-3 grid gap-2.5 max-desk:grid-cols-[repeat(auto-fit,minmax(min(240px,100%),1fr))] max-desk:gap-x-8">
        {facts.map(({ term, value }) => (
          <div key={term} className="min-w-0">
            <dt className="text-xs text-ink-faint">{term}</dt>
            <dd className="min-w-0 wrap-anywhere [&_code]:text-ink">{value}</dd>
          </div>
        ))}
      </dl>
      {children && <div className="mt-4 text-xs text-ink-muted">{children}</div>}
    </aside>
  )
}
