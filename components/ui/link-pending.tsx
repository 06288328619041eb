'use client'

// biome-ignore lint/style/noRestrictedImports: a part of the link that the rule recommends
import { useLinkStatus } from 'next/link'

/** A line along the top of the page while the place a link leads to is being read; kept back for the first 300 ms. */
export function LinkPending() {
  const { pending } = useLinkStatus()
  if (!pending) return null
  return (
    <span className="animate-late">
      <span aria-hidden="true" className="fixed inset-x-0 top-0 z-50 h-0.5 animate-breathe bg-ink" />
      <span role="status" className="sr-only">
        Reading from the tenant
      </span>
    </span>
  )
}
