import type { ReactNode } from 'react'

type Props = {
  id: string
  number?: number
  title: string
  /** Beside the title at the end: what came of it. */
  children?: ReactNode
}

/** The title of one step, with what came of it at the other end. */
export function StepHead({ id, number, title, children }: Props) {
  return (
    <div className="flex min-h-6 items-center gap-x-3 gap-y-1 max-wide:flex-wrap">
      <h2 id={id} className="flex flex-1 gap-2.5 text-base font-semibold max-wide:basis-full">
        {number !== undefined && (
          <span className="mt-px inline-grid size-5 place-items-center rounded-sm border border-line-strong text-xs font-medium text-ink-muted">
            {number}
          </span>
        )}
        {title}
      </h2>
      {children}
    </div>
  )
}
