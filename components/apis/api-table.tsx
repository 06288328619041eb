import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Identifier } from '@/components/ui/identifier'
import { Link } from '@/components/ui/link'
import type { ListedApi } from '@/lib/apis/api'
import { lifetimeInWords } from '@/lib/apis/lifetime'
import { routes } from '@/lib/routes'

const columns: Column<ListedApi>[] = [
  {
    header: 'Name',
    cell: ({ id, name, isSystem }) => (
      <span className="inline-flex flex-wrap items-center gap-x-1.5">
        <Link href={routes.api(id)}>{name}</Link>
        {isSystem && <Badge>System API</Badge>}
      </span>
    ),
  },
  {
    header: 'Identifier',
    width: '38%',
    phone: 'hidden',
    cell: ({ identifier, name }) => <Identifier value={identifier} label={`identifier of ${name}`} />,
  },
  { header: 'Algorithm', width: '104px', cell: ({ signingAlgorithm }) => signingAlgorithm },
  {
    header: 'Scopes',
    align: 'end',
    width: '88px',
    cell: ({ scopeCount }) => (
      <>
        {scopeCount.toLocaleString('en')}
        <span className="wide:hidden">{scopeCount === 1 ? ' scope' : ' scopes'}</span>
      </>
    ),
  },
  {
    header: 'Token lifetime',
    width: '128px',
    phone: 'aside',
    cell: ({ tokenLifetime }) => lifetimeInWords(tokenLifetime),
  },
]

export function ApiTable({ apis, empty }: { apis: ListedApi[]; empty: ReactNode }) {
  return <DataTable caption="APIs" columns={columns} rows={apis} rowKey={({ id }) => id} empty={empty} />
}
