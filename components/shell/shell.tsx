import type { ReactNode } from 'react'
import { ConsoleHeader } from './console-header'

export type ShellProps = {
  tenantName: string
  /** "Embedded tenant, port 4000", or the tenant's domain. */
  tenantKind: string
  /** Who is signed in. */
  email: string
  apisEnabled: boolean
  /** How many clients and APIs the tenant has, and changes this admin's draft of the matrix. */
  counts: { clients: number; apis: number; draft: number }
  children: ReactNode
}

/** The frame of every page behind the sign-in: menu, tenant, account, and the page in the one content column. */
export function Shell({ children, ...frame }: ShellProps) {
  return (
    <>
      <SkipLink />
      <div className="min-h-dvh wide:grid wide:grid-cols-[var(--container-menu)_minmax(0,1fr)]">
        <ConsoleHeader {...frame} />
        <main
          id="main"
          tabIndex={-1}
          className="w-full max-w-[calc(var(--container-content)+64px)] px-8 pt-6 pb-12 has-[[data-wide]]:max-w-[calc(var(--container-wide)+64px)] max-wide:px-4 max-wide:pt-5 max-wide:pb-10"
        >
          {children}
        </main>
      </div>
    </>
  )
}

function SkipLink() {
  return (
    <a
      href="#main"
      className="fixed top-3 left-3 z-9 -translate-y-20 rounded-md bg-raised px-3 py-2 shadow-popover focus:translate-y-0"
    >
      Skip to content
    </a>
  )
}
