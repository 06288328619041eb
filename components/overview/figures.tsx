export type Figure = { term: string; value: string; note: string }

/** What the tenant holds, in numbers. */
export function Figures({ figures }: { figures: Figure[] }) {
  return (
    <dl className="mb-8 grid grid-cols-4 border-t border-b border-t-line-strong border-b-line max-wide:mb-6 max-wide:grid-cols-2">
      {figures.map(({ term, value, note }) => (
        <div
          key={term}
          className="border-line px-5 pt-3 pb-3.5 first:pl-0 not-first:border-l max-wide:px-3 max-wide:pt-2.5 max-wide:pb-3 max-wide:odd:border-l-0 max-wide:odd:pl-0 max-wide:nth-[n+3]:border-t"
        >
          <dt className="text-xs text-ink-faint">{term}</dt>
          <dd className="text-2xl font-medium tracking-tight">
            {value}
            <span className="ml-1.5 text-xs font-normal tracking-normal text-ink-faint max-wide:ml-0 max-wide:block">
              {note}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
