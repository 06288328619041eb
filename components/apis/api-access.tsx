import { AccessLines } from '@/components/grants/access-lines'
import type { Grant } from '@/lib/grants/grant'
import { routes } from '@/lib/routes'
import type { ApiRow } from './api-table'

/** A client that may call an API. */
export type AccessLine = Grant & { clientName: string }

type Props = {
  api: Pick<ApiRow, 'id' | 'name' | 'clientCount'>
  /** The first of its clients. */
  access: AccessLine[]
}

/** Below a row of the list of APIs: the clients that may call it, each with its scopes. */
export function ApiAccess({ api: { id, name, clientCount }, access }: Props) {
  return (
    <AccessLines
      label={`Clients of ${name}`}
      lines={access.map((grant) => ({
        ...grant,
        key: grant.id,
        name: grant.clientName || 'Default for third-party clients',
        href: grant.clientId ? routes.clientApis(grant.clientId) : routes.apiClients(id),
      }))}
      all={{ count: clientCount, label: `Change who may call ${name}`, href: routes.apiClients(id) }}
    />
  )
}
