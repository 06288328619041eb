import { Plus } from 'lucide-react'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { type ClientFilter, clientQuery } from '@/lib/clients/list-filter'
import { formatNumber } from '@/lib/number-text'
import { routes } from '@/lib/routes'

/** No client but the dashboard's own: what a client is and what comes next. */
export function NoClients() {
  return (
    <EmptyState
      title="No client of your own yet"
      actions={
        <LinkButton kind="primary" href={routes.newClient()} icon={<Plus aria-hidden="true" />}>
          Create client
        </LinkButton>
      }
      steps={[
        { title: 'Create a client', note: 'Non Interactive, for each service or job that will call an API.' },
        { title: 'Authorize it for an API', note: 'A checkbox, narrowed to the scopes it needs.' },
        { title: 'Ask for a token', note: 'With its client ID and secret, at the tenant’s token URL.' },
      ]}
    >
      <p>
        A client is a program that asks this tenant for access tokens, so that it can call an API. The ones
        that this dashboard uses itself are always there.
      </p>
    </EmptyState>
  )
}

/** No client matches, or a page beyond the last. */
export function NothingHere({ filter, total }: { filter: ClientFilter; total: number }) {
  if (total > 0)
    return (
      <EmptyState
        art="off"
        title="Nothing on this page"
        actions={<LinkButton href={routes.clients(clientQuery(filter))}>Open the first page</LinkButton>}
      >
        <p>There are {formatNumber(total)} in all, on pages before this one.</p>
      </EmptyState>
    )
  return (
    <EmptyState
      art="off"
      title="No client matches"
      actions={<LinkButton href={routes.clients()}>Show all clients</LinkButton>}
    >
      <p>
        {filter.text
          ? `No client has "${filter.text}" in its name, ID, description or metadata, nor in the APIs and scopes it is granted, within these filters.`
          : 'Take a filter off to see more of them.'}
      </p>
    </EmptyState>
  )
}
