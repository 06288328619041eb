import type { ReactNode } from 'react'
import { GridArt } from './empty-state'
import { Identifier } from './identifier'

type Props = {
  /** "The tenant does not answer" */
  title: string
  /** What was waited for, for how long, and that nothing was changed. */
  children: ReactNode
  /** What to check, each a sentence. */
  checks?: ReactNode[]
  actions: ReactNode
  /** What the server's log calls this failure. */
  reference?: string
}

/** What happened, what was not changed, what to check, and the way on. */
export function ErrorState({ title, children, checks = [], actions, reference }: Props) {
  return (
    <section className="mt-10 max-w-110 max-wide:mt-4">
      <GridArt kind="cut" />
      <h1 className="mb-1.5 text-lg font-semibold tracking-tight">{title}</h1>
      <div className="text-base text-ink-muted wrap-anywhere [&_b]:font-medium [&_b]:text-ink">
        {children}
      </div>
      {checks.length > 0 && (
        <ul className="mt-3 grid gap-1 text-base text-ink-muted">
          {checks.map((check, index) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list of sentences
              key={index}
              className="relative pl-4 before:absolute before:top-[9px] before:left-0 before:size-1 before:rounded-[1px] before:bg-control"
            >
              {check}
            </li>
          ))}
        </ul>
      )}
      <div className="mt-5 flex flex-wrap gap-2">{actions}</div>
      {reference && (
        <p className="mt-8 flex flex-wrap items-center gap-x-1 border-t border-line pt-3 text-xs text-ink-faint">
          Reference <Identifier value={reference} label="reference" />
        </p>
      )}
    </section>
  )
}
