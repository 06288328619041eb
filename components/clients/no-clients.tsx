import { Plus } from 'lucide-react'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { clientTypeLabel } from '@/lib/clients/client'
import { routes } from '@/lib/routes'

const create = (
  <LinkButton kind="primary" href={routes.newClient()} icon={<Plus aria-hidden="true" />}>
    Create client
  </LinkButton>
)

/** What stands in place of the list: no client at all, none of this type, or a page beyond the last. */
export function NoClients({ type, total }: { type?: string; total: number }) {
  if (total > 0)
    return (
      <EmptyState
        title="Nothing on this page"
        actions={<LinkButton href={routes.clients({ type })}>Open the first page</LinkButton>}
      >
        <p>The list is shorter than it was when this address was made.</p>
      </EmptyState>
    )
  if (type)
    return (
      <EmptyState
        title={`No ${clientTypeLabel(type)} client`}
        actions={<LinkButton href={routes.clients()}>Show all clients</LinkButton>}
      >
        <p>Clients of other types may be there. A client keeps the type it was created with.</p>
      </EmptyState>
    )
  return (
    <EmptyState
      title="No client yet"
      actions={create}
      steps={[
        { title: 'Create a client', note: 'Non Interactive, for each service or job that will call an API.' },
        { title: 'Authorize it for an API', note: 'A checkbox, narrowed to the scopes it needs.' },
        { title: 'Ask for a token', note: 'With its client ID and secret, at the tenant’s token URL.' },
      ]}
    >
      <p>A client is a program that asks this tenant for access tokens, so that it can call an API.</p>
    </EmptyState>
  )
}
