import type { ReactNode } from 'react'
import { Cell } from './cell'

type Props = {
  /** next: a cell waiting to be filled; cut: something is in the way; off: the grid only dashed. */
  art?: 'next' | 'cut' | 'off'
  title: string
  /** What this is, in two sentences. */
  children: ReactNode
  actions?: ReactNode
  /** What comes next; the first step is the one to take now. */
  steps?: { title: string; note: string }[]
}

/** Left-aligned under the page's title: what this is, one primary action, what comes next. */
export function EmptyState({ art = 'next', title, children, actions, steps }: Props) {
  return (
    <section className="mt-10 max-w-110 max-wide:mt-4">
      <GridArt kind={art} />
      <h2 className="mb-1.5 text-lg font-semibold tracking-tight">{title}</h2>
      <div className="text-base text-ink-muted">{children}</div>
      {actions && <div className="mt-5 flex flex-wrap gap-2">{actions}</div>}
      {steps && (
        <ol className="mt-8 border-t border-line-strong text-ink-muted">
          {steps.map((step, index) => (
            <li
              key={step.title}
              aria-current={index === 0 ? 'step' : undefined}
              className="grid grid-cols-[14px_minmax(0,1fr)] items-center gap-x-3 border-b border-line py-2.5 aria-[current]:[&>.cell]:border-granted aria-[current]:[&>b]:text-ink"
            >
              <Cell state="none" />
              <b className="font-medium">{step.title}</b>
              <span className="col-start-2 text-xs text-ink-faint">{step.note}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

const lines = 'M.5 12.5h155M.5 36.5h155M.5 60.5h155M36.5 .5v83M60.5 .5v83M84.5 .5v83M108.5 .5v83M132.5 .5v83'

export function GridArt({ kind }: { kind: 'next' | 'cut' | 'off' }) {
  return (
    <svg width="156" height="84" viewBox="0 0 156 84" fill="none" aria-hidden="true" className="mb-6 block">
      <path className="stroke-line-strong" strokeDasharray={kind === 'off' ? '3 3' : undefined} d={lines} />
      {kind === 'next' && (
        <rect
          className="fill-granted-subtle stroke-granted"
          strokeDasharray="3 2"
          x="61.5"
          y="37.5"
          width="22"
          height="22"
        />
      )}
      {kind === 'cut' && (
        <path
          className="stroke-danger"
          strokeWidth="1.75"
          strokeLinecap="round"
          d="m66 42 13 13m0-13L66 55"
        />
      )}
    </svg>
  )
}
