import type { ReactNode } from 'react'

/** Languages left, steps in the middle, the values right; below 1180 px the values follow the steps. */
export function QuickstartLayout({
  languages,
  aside,
  children,
}: {
  languages: ReactNode
  aside: ReactNode
  children: ReactNode
}) {
  return (
    <div className="grid items-start gap-8 max-wide:block desk:grid-cols-[112px_minmax(0,1fr)_272px] max-desk:grid-cols-[112px_minmax(0,1fr)]">
      {languages}
      {children}
      <div className="max-desk:col-start-2 max-wide:mt-6 desk:sticky desk:top-6">{aside}</div>
    </div>
  )
}
