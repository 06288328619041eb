'use client'

import type { Route } from 'next'
import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Identifier } from '@/components/ui/identifier'
import { Link } from '@/components/ui/link'
import { RowExpander } from '@/components/ui/row-expander'
import { SelectPage, SelectRow } from '@/components/ui/select-boxes'
import { sortBy } from '@/components/ui/sort-by'
import { LastTokenText } from '@/components/usage/last-token-text'
import type { ListedApi } from '@/lib/apis/api'
import { lifetimeInWords } from '@/lib/apis/lifetime'
import { type ApiFilter, type ApiSort, apiQuery } from '@/lib/apis/list-filter'
import { formatNumber } from '@/lib/number-text'
import { toggledRow } from '@/lib/open-rows'
import { routes } from '@/lib/routes'

export type ApiRow = ListedApi & {
  /** How many clients may call it. */
  clientCount: number
  /** When its last token was issued; null when none was seen. */
  lastAt: string | null
}

const select = (ids: string[]): SortedColumn => ({
  header: 'Select',
  head: <SelectPage ids={ids} />,
  phone: 'select',
  cell: ({ id, name }) => <SelectRow id={id} name={name} />,
})

type SortedColumn = Column<ApiRow> & { by?: ApiSort }

const columns: SortedColumn[] = [
  {
    header: 'Name',
    phone: 'name',
    by: 'name',
    cell: ({ id, name, isSystem }) => (
      <span className="inline-flex flex-wrap items-center gap-x-1.5">
        <Link href={routes.api(id)}>{name}</Link>
        {isSystem && <Badge>System API</Badge>}
      </span>
    ),
  },
  {
    header: 'Identifier',
    by: 'identifier',
    width: '26%',
    phone: 'hidden',
    cell: ({ identifier, name }) => <Identifier value={identifier} label={`identifier of ${name}`} />,
  },
  { header: 'Algorithm', by: 'algorithm', width: '88px', cell: ({ signingAlgorithm }) => signingAlgorithm },
  {
    header: 'Scopes',
    by: 'scopes',
    align: 'end',
    width: '72px',
    cell: ({ scopeCount }) => (
      <>
        {formatNumber(scopeCount)}
        <span className="wide:hidden">{scopeCount === 1 ? ' scope' : ' scopes'}</span>
      </>
    ),
  },
  {
    header: 'Clients',
    by: 'clients',
    align: 'end',
    width: '72px',
    cell: ({ clientCount }) => (
      <span className={clientCount === 0 ? 'text-ink-faint' : undefined}>
        {formatNumber(clientCount)}
        <span className="wide:hidden">{clientCount === 1 ? ' client' : ' clients'}</span>
      </span>
    ),
  },
  {
    header: 'Token lifetime',
    by: 'lifetime',
    width: '112px',
    phone: 'aside',
    cell: ({ tokenLifetime }) => lifetimeInWords(tokenLifetime),
  },
]

const lastToken = (since: string): SortedColumn => ({
  header: 'Last token',
  by: 'token',
  width: '128px',
  cell: ({ lastAt }) => <LastTokenText at={lastAt} since={since} />,
})

const expander = (open: string[], href: (id: string) => Route): SortedColumn => ({
  header: 'Open',
  phone: 'actions',
  cell: ({ id, name, clientCount }) => (
    <RowExpander
      label={`Clients of ${name}`}
      open={open.includes(id)}
      href={href(id)}
      disabled={clientCount === 0}
    />
  ),
})

type Props = {
  apis: ApiRow[]
  since: string | null
  filter: ApiFilter
  /** From 1. */
  page: number
  /** What is below the rows that are open, by API. */
  panels: Record<string, ReactNode>
  empty: ReactNode
}

/** The rows come as data: sent as markup they would be in the page twice. */
export function ApiTable({ apis, since, filter, page, panels, empty }: Props) {
  const open = Object.keys(panels)
  const toggled = (id: string) =>
    routes.apis({ ...apiQuery(filter), page: page > 1 ? page : undefined, open: toggledRow(open, id) })
  const href = (order: Pick<ApiFilter, 'sort' | 'descending'>) =>
    routes.apis(apiQuery({ ...filter, ...order }))
  const boxes = select(apis.map(({ id }) => id))
  const shown = [boxes, ...columns, ...(since ? [lastToken(since)] : []), expander(open, toggled)]
  const sorted = shown.map(({ by, ...column }) => ({ ...column, sort: by && sortBy(by, filter, href) }))
  return (
    <DataTable
      caption="APIs"
      columns={sorted}
      rows={apis}
      rowKey={({ id }) => id}
      empty={empty}
      panel={({ id }) => panels[id]}
    />
  )
}
