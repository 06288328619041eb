import type { Route } from 'next'
import { AccessLines } from '@/components/grants/access-lines'
import type { Grant } from '@/lib/grants/grant'
import { routes } from '@/lib/routes'
import type { ClientRow } from './client-table'

/** Which rows of the list are open, and what they show. */
export type OpenedClients = {
  ids: string[]
  /** The first APIs of each open client, by client. */
  access: Record<string, (Grant & { apiId: string; apiName: string })[]>
  /** The list with this row opened, or closed again. */
  href: (clientId: string) => Route
}

/** Below a row of the list of clients: the APIs it may call, each with its scopes. */
export function ClientAccess({ client, opened }: { client: ClientRow; opened: OpenedClients }) {
  const { id, name, apiCount } = client
  return (
    <AccessLines
      label={`APIs of ${name}`}
      lines={(opened.access[id] ?? []).map((grant) => ({
        ...grant,
        key: grant.id,
        name: grant.apiName,
        href: routes.apiClients(grant.apiId, { client: id }),
      }))}
      all={{ count: apiCount, label: `Change what ${name} may call`, href: routes.clientApis(id) }}
    />
  )
}
