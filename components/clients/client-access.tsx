import { AccessLines } from '@/components/grants/access-lines'
import type { Grant } from '@/lib/grants/grant'
import { routes } from '@/lib/routes'
import type { ClientRow } from './client-table'

/** An API that a client may call. */
export type AccessLine = Grant & { apiId: string; apiName: string }

type Props = {
  client: Pick<ClientRow, 'id' | 'name' | 'apiCount'>
  /** The first of its APIs. */
  access: AccessLine[]
}

/** Below a row of the list of clients: the APIs it may call, each with its scopes. */
export function ClientAccess({ client: { id, name, apiCount }, access }: Props) {
  return (
    <AccessLines
      label={`APIs of ${name}`}
      lines={access.map((grant) => ({
        ...grant,
        key: grant.id,
        name: grant.apiName,
        href: routes.apiClients(grant.apiId, { client: id }),
      }))}
      all={{ count: apiCount, label: `Change what ${name} may call`, href: routes.clientApis(id) }}
    />
  )
}
