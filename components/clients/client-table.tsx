import Link from 'next/link'
import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Identifier } from '@/components/ui/identifier'
import { type Client, clientTypeLabel } from '@/lib/clients/client'
import { routes } from '@/lib/routes'

/** A client with the number of APIs it may call; `undefined` where the tenant holds more grants than were read. */
export type ClientRow = Client & { apis: number | undefined }

type Props = { clients: ClientRow[]; empty: ReactNode }

export function ClientTable({ clients, empty }: Props) {
  return (
    <DataTable caption="Clients" columns={columns} rows={clients} rowKey={({ id }) => id} empty={empty} />
  )
}

const columns: Column<ClientRow>[] = [
  {
    header: 'Name',
    width: '32%',
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
    width: '152px',
    cell: ({ type }) => <span className="text-ink-muted">{clientTypeLabel(type)}</span>,
  },
  {
    header: 'Client ID',
    phone: 'hidden',
    cell: ({ id, name }) => <Identifier value={id} label={`client ID of ${name}`} />,
  },
  {
    header: 'APIs',
    align: 'end',
    width: '96px',
    phone: 'aside',
    cell: ({ apis }) => <ApiCount apis={apis} />,
  },
]

function ApiCount({ apis }: { apis: number | undefined }) {
  if (apis === undefined) return <span className="text-ink-faint">Not counted</span>
  return (
    <span className={apis === 0 ? 'text-ink-faint' : undefined}>
      {apis.toLocaleString('en')}
      <span className="wide:hidden">{apis === 1 ? ' API' : ' APIs'}</span>
    </span>
  )
}
