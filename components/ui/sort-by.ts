import type { Route } from 'next'

type Order<By> = { sort: By; descending: boolean }

/** Where a column's head leads: the list by this column, or the other way round if it is so already. */
export function sortBy<By extends string>(by: By, now: Order<By>, href: (order: Order<By>) => Route) {
  const current = now.sort === by
  return {
    href: href({ sort: by, descending: current && !now.descending }),
    direction: current ? (now.descending ? ('descending' as const) : ('ascending' as const)) : undefined,
  }
}
