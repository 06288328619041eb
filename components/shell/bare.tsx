import type { ReactNode } from 'react'
import { Mark } from './mark'

/** A page outside the console, with the product's name and no menu: not an admin, not found, a failure. */
export function Bare({ tenantName, children }: { tenantName?: string; children: ReactNode }) {
  return (
    <main id="main" className="min-h-dvh px-8 py-6 max-wide:px-4">
      <p className="flex items-center gap-2 text-base">
        <Mark />
        <b className="font-semibold tracking-tight">Grantboard</b>
        {tenantName && <span className="text-ink-faint">{tenantName}</span>}
      </p>
      {children}
    </main>
  )
}
