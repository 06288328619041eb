import { type ReactNode, useId } from 'react'

/** One numbered thing to do. */
export function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="grid grid-cols-1 gap-3">
      <h2 id={id} className="flex gap-2.5 text-base font-semibold">
        <span className="mt-px inline-grid size-5 place-items-center rounded-sm border border-line-strong text-xs font-medium text-ink-muted">
          {number}
        </span>
        {title}
      </h2>
      {children}
    </section>
  )
}
