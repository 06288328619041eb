import type { Route } from 'next'
import { AccessLines } from '@/components/grants/access-lines'
import type { Grant } from '@/lib/grants/grant'
import { routes } from '@/lib/routes'
import type { ApiRow } from './api-table'

/** Which rows of the list are open, and what they show. */
export type OpenedApis = {
  ids: string[]
  /** The first clients of each open API, by identifier. */
  access: Record<string, (Grant & { clientName: string })[]>
  /** The list with this row opened, or closed again. */
  href: (apiId: string) => Route
}

/** Below a row of the list of APIs: the clients that may call it, each with its scopes. */
export function ApiAccess({ api, opened }: { api: ApiRow; opened: OpenedApis }) {
  const { id, name, identifier, clientCount } = api
  return (
    <AccessLines
      label={`Clients of ${name}`}
      lines={(opened.access[identifier] ?? []).map((grant) => ({
        ...grant,
        key: grant.id,
        name: grant.clientName || 'Default for third-party clients',
        href: grant.clientId ? routes.clientApis(grant.clientId) : routes.apiClients(id),
      }))}
      all={{ count: clientCount, label: `Change who may call ${name}`, href: routes.apiClients(id) }}
    />
  )
}
