import type { ReactNode } from 'react'

/** The changes of a set in their order; the rows share the width of the longest number. */
export function StepList({ children }: { children: ReactNode }) {
  return (
    <ol aria-label="Changes" className="grid grid-cols-[minmax(28px,max-content)_minmax(0,1fr)]">
      {children}
    </ol>
  )
}
