import type { Route } from 'next'
import { usePathname, useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { type GrantView, grantViews } from '@/lib/grants/grant-filter'

export const viewLabels: Record<GrantView, string> = {
  all: 'All',
  authorized: 'Authorized',
  'not-authorized': 'Not authorized',
}

/** The view and the filter of a list, kept in the address without asking the server. */
export function useView() {
  const pathname = usePathname()
  const search = useSearchParams()
  const view = grantViews.find((known) => known === search.get('show')) ?? 'all'
  const [filter, setFilter] = useState(search.get('q') ?? '')

  const address = (change: Record<string, string>, from: URLSearchParams | string = search) => {
    const next = new URLSearchParams(from)
    for (const [key, value] of Object.entries(change)) value ? next.set(key, value) : next.delete(key)
    return `${pathname}${next.size ? `?${next}` : ''}` as Route
  }
  const show = (href: Route) => window.history.replaceState(null, '', href)

  return {
    view,
    filter,
    /** The list with this much changed in its address, from its first page. */
    addressWith: (change: Record<string, string>) => address({ page: '', ...change }),
    address: (known: GrantView) => address({ show: known === 'all' ? '' : known, q: filter.trim() }),
    show,
    setFilter: (typed: string) => {
      setFilter(typed)
      // What was read for this rendering may be older than the view that was just picked.
      show(address({ q: typed.trim() }, window.location.search))
    },
  }
}
