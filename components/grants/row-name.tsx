import { Badge } from '@/components/ui/badge'
import { Identifier } from '@/components/ui/identifier'
import { Link } from '@/components/ui/link'
import { routes } from '@/lib/routes'
import type { GrantApi, GrantSubject } from './grant-subject'

/** Which side of its grants a list is about: the other side names the rows. */
export type NamedAfter = 'client' | 'api'

type Props = { after: NamedAfter; api: GrantApi; subject: GrantSubject }

/** The name and the identifier of what differs from row to row: two cells of the row's grid. */
export function RowName({ after, api, subject }: Props) {
  const row =
    after === 'client'
      ? {
          name: subject.name,
          href: routes.clientApis(subject.clientId),
          id: subject.clientId,
          kind: 'client ID',
        }
      : { name: api.name, href: routes.apiClients(api.id), id: api.identifier, kind: 'identifier' }
  return (
    <>
      <span className="flex min-w-0 items-center gap-2">
        <Link href={row.href} className="truncate font-medium no-underline hover:underline" title={row.name}>
          {row.name}
        </Link>
        {subject.lockedBecause && <Badge>Locked</Badge>}
      </span>
      <span className="flex min-w-0 items-center gap-2 max-wide:hidden">
        <Identifier value={row.id} label={`${row.kind} of ${row.name}`} />
        {after === 'api' && api.isSystem && <Badge>System API</Badge>}
      </span>
    </>
  )
}
