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
import { clientTypeLabel } from '@/lib/clients/client'
import { type ClientFilter, type ClientSort, clientQuery } from '@/lib/clients/list-filter'
import { formatNumber } from '@/lib/number-text'
import { toggledRow } from '@/lib/open-rows'
import { routes } from '@/lib/routes'

export type ClientRow = {
  id: string
  name: string
  type: string
  isProtected: boolean
  /** How many APIs it may call. */
  apiCount: number
  /** When it got its last token; absent when none was seen. */
  lastAt?: string
}

type Props = {
  clients: ClientRow[]
  /** Since when every token was seen; null when none can be. */
  since: string | null
  filter: ClientFilter
  /** From 1. */
  page: number
  /** What is below the rows that are open, by client. */
  panels: Record<string, ReactNode>
  empty: ReactNode
}

/** The rows come as data: sent as markup they would be in the page twice. */
export function ClientTable({ clients, since, filter, page, panels, empty }: Props) {
  const boxes = select(clients.map(({ id }) => id))
  const open = Object.keys(panels)
  const toggled = (id: string) =>
    routes.clients({
      ...clientQuery(filter),
      page: page > 1 ? page : undefined,
      open: toggledRow(open, id),
    })
  const shown = [boxes, ...columns, ...(since ? [lastToken(since)] : []), expander(open, toggled)]
  const href = (order: Pick<ClientFilter, 'sort' | 'descending'>) =>
    routes.clients(clientQuery({ ...filter, ...order }))
  const sorted = shown.map(({ by, ...column }) => ({ ...column, sort: by && sortBy(by, filter, href) }))
  return (
    <DataTable
      caption="Clients"
      columns={sorted}
      rows={clients}
      rowKey={({ id }) => id}
      empty={empty}
      panel={({ id }) => panels[id]}
    />
  )
}

type SortedColumn = Column<ClientRow> & { by?: ClientSort }

const columns: SortedColumn[] = [
  {
    header: 'Name',
    phone: 'name',
    by: 'name',
    width: '28%',
    cell: ({ id, name, isProtected }) => (
      <span className="inline-flex max-w-full items-center gap-x-1.5">
        <Link href={routes.client(id)} className="truncate" title={name}>
          {name}
        </Link>
        {isProtected && <Badge>Protected</Badge>}
      </span>
    ),
  },
  {
    header: 'Type',
    by: 'type',
    width: '136px',
    cell: ({ type }) => <span className="text-ink-muted">{clientTypeLabel(type)}</span>,
  },
  {
    header: 'Client ID',
    by: 'id',
    phone: 'hidden',
    cell: ({ id, name }) => <Identifier value={id} label={`client ID of ${name}`} />,
  },
  {
    header: 'APIs',
    by: 'apis',
    align: 'end',
    width: '72px',
    phone: 'aside',
    cell: ({ apiCount }) => (
      <span className={apiCount === 0 ? 'text-ink-faint' : undefined}>
        {formatNumber(apiCount)}
        <span className="wide:hidden">{apiCount === 1 ? ' API' : ' APIs'}</span>
      </span>
    ),
  },
]

const select = (ids: string[]): SortedColumn => ({
  header: 'Select',
  head: <SelectPage ids={ids} />,
  phone: 'select',
  cell: ({ id, name }) => <SelectRow id={id} name={name} />,
})

const lastToken = (since: string): SortedColumn => ({
  header: 'Last token',
  by: 'token',
  width: '144px',
  phone: 'meta',
  cell: ({ lastAt }) => <LastTokenText at={lastAt} since={since} />,
})

const expander = (open: string[], href: (id: string) => Route): SortedColumn => ({
  header: 'Open',
  phone: 'actions',
  cell: ({ id, name, apiCount }) => (
    <RowExpander
      label={`APIs of ${name}`}
      open={open.includes(id)}
      href={href(id)}
      disabled={apiCount === 0}
    />
  ),
})
