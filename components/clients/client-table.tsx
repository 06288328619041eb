import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Identifier } from '@/components/ui/identifier'
import { Link } from '@/components/ui/link'
import { RowExpander } from '@/components/ui/row-expander'
import { SelectPage, SelectRow } from '@/components/ui/select-boxes'
import { sortBy } from '@/components/ui/sort-by'
import { LastTokenText } from '@/components/usage/last-token-text'
import { type Client, clientTypeLabel } from '@/lib/clients/client'
import { type ClientFilter, type ClientSort, clientQuery } from '@/lib/clients/list-filter'
import { formatNumber } from '@/lib/number-text'
import { routes } from '@/lib/routes'
import { ClientAccess, type OpenedClients } from './client-access'

export type ClientRow = Client & {
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
  opened: OpenedClients
  empty: ReactNode
}

export function ClientTable({ clients, since, filter, opened, empty }: Props) {
  const boxes = select(clients.map(({ id }) => id))
  const shown = [boxes, ...columns, ...(since ? [lastToken(since)] : []), expander(opened)]
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
      panel={(client) => opened.ids.includes(client.id) && <ClientAccess client={client} opened={opened} />}
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
    cell: ({ id, name, protectedBecause }) => (
      <span className="inline-flex max-w-full items-center gap-x-1.5">
        <Link href={routes.client(id)} className="truncate" title={name}>
          {name}
        </Link>
        {protectedBecause && <Badge>Protected</Badge>}
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

const expander = ({ ids, href }: OpenedClients): SortedColumn => ({
  header: 'Open',
  phone: 'actions',
  cell: ({ id, name, apiCount }) => (
    <RowExpander
      label={`APIs of ${name}`}
      open={ids.includes(id)}
      href={href(id)}
      disabled={apiCount === 0}
    />
  ),
})
