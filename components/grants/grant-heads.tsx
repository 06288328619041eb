import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'
import { sortBy } from '@/components/ui/sort-by'
import type { GrantFilter, GrantSort } from '@/lib/grants/grant-filter'
import type { AccessView } from './use-access-view'

/** How the rows are sorted, and the list with another order. */
type Order = Pick<GrantFilter, 'sort' | 'descending'> & Pick<AccessView, 'addressWith'>

type Props = {
  name: string
  id: string
  lastToken: boolean
  order?: Order
  /** The box that selects every row, in the place of "Authorized". */
  select?: ReactNode
}

/** What stands above the columns of `GrantRow`; the rows themselves are a list and name their parts. */
export function GrantHeads({ name, id, lastToken, order, select }: Props) {
  const heads: [by: GrantSort, label: string][] = [
    ['authorized', 'Authorized'],
    ['name', name],
    ['id', id],
    ['scopes', 'Scopes'],
  ]
  if (lastToken) heads.push(['token', 'Last token'])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div
      role="group"
      aria-label={order ? 'Sort by' : 'Columns'}
      aria-hidden={!order && !select}
      className="grant-heads -mx-3 h-8 border-b border-line-strong text-xs text-ink-faint max-wide:hidden"
    >
      {select}
      {heads.slice(select ? 1 : 0).map(([by, label]) => (
        <span key={by}>{order ? <SortLink by={by} label={label} order={order} /> : label}</span>
      ))}
    </div>
  )
}

function SortLink({ by, label, order }: { by: GrantSort; label: string; order: Order }) {
  const { href, direction } = sortBy(by, order, ({ sort, descending }) =>
    order.addressWith({ sort: sort === 'name' ? '' : sort, order: descending ? 'desc' : '' }),
  )
  const Arrow = direction === 'descending' ? ArrowDown : ArrowUp
  return (
    <Link
      href={href}
      className={`inline-flex items-center gap-1 no-underline hover:text-ink ${direction ? 'text-ink' : ''}`}
    >
      {label}
      {direction && (
        <>
          <span className="sr-only">, {direction}</span>
          <Arrow aria-hidden="true" className="size-3.5!" />
        </>
      )}
    </Link>
  )
}
