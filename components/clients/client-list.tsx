import { Plus } from 'lucide-react'
import { TransferMenu } from '@/components/transfer/transfer-menu'
import { LinkButton } from '@/components/ui/link-button'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Selection } from '@/components/ui/selection'
import type { Client } from '@/lib/clients/client'
import { type ClientFilter, clientQuery, isNarrowed } from '@/lib/clients/list-filter'
import { formatNumber } from '@/lib/number-text'
import { routes } from '@/lib/routes'
import type { BulkActions } from './bulk/bulk-actions'
import { ClientDock } from './bulk/client-dock'
import { type AccessLine, ClientAccess } from './client-access'
import { ClientFilters } from './client-filters'
import { ClientTable } from './client-table'
import { NoClients, NothingHere } from './no-clients'

type Props = {
  clients: (Client & { apiCount: number })[]
  total: number
  /** The last token of each client; `since` is null when none can be seen. */
  seen: { lastTokens: Record<string, string>; since: string | null }
  /** From 1. */
  page: number
  perPage: number
  filter: ClientFilter
  /** Which rows are open, and the first APIs of each, by client. */
  opened: { ids: string[]; access: Record<string, AccessLine[]> }
  /** What can be filtered by, and authorized for. */
  apis: { id: string; name: string }[]
  bulk: BulkActions
}

/** One page of the tenant's clients that match, in the order that was asked for. */
export function ClientList({ clients, total, seen, page, perPage, filter, opened, apis, bulk }: Props) {
  // The dashboard's own clients are there from the start; until there is another, the next step is to create one.
  const noneYet =
    !isNarrowed(filter) && total === clients.length && clients.every((client) => client.protectedBecause)
  const { sort: _, order: __, ...narrowing } = clientQuery(filter)
  const query = Object.fromEntries(Object.entries(narrowing).flatMap(([k, v]) => (v ? [[k, v]] : [])))
  return (
    <div data-wide>
      <PageHead
        title="Clients"
        sub="Applications that ask this tenant for access tokens."
        actions={
          <>
            <TransferMenu />
            {!noneYet && (
              <LinkButton kind="primary" href={routes.newClient()} icon={<Plus aria-hidden="true" />}>
                Create client
              </LinkButton>
            )}
          </>
        }
      />
      {!noneYet && <ClientFilters filter={filter} apis={apis} since={seen.since} />}
      <p role="status" className="sr-only">
        {isNarrowed(filter) ? `${formatNumber(total)} clients match` : ''}
      </p>
      <Selection key={JSON.stringify(query)}>
        <ClientTable
          clients={clients.map(({ id, name, type, protectedBecause, apiCount }) => ({
            id,
            name,
            type,
            isProtected: protectedBecause !== undefined,
            apiCount,
            lastAt: seen.lastTokens[id],
          }))}
          since={seen.since}
          filter={filter}
          page={page}
          panels={Object.fromEntries(
            clients
              .filter(({ id }) => opened.ids.includes(id))
              .map((client) => [
                client.id,
                <ClientAccess key={client.id} client={client} access={opened.access[client.id] ?? []} />,
              ]),
          )}
          empty={noneYet ? null : <NothingHere filter={filter} total={total} />}
        />
        {clients.length > 0 && (
          <Pager
            page={page - 1}
            perPage={perPage}
            total={total}
            href={(index) =>
              routes.clients({ ...clientQuery(filter), page: index === 0 ? undefined : index + 1 })
            }
          />
        )}
        <ClientDock
          total={total}
          everybody={{ query }}
          narrowed={isNarrowed(filter)}
          apis={apis}
          actions={bulk}
        />
      </Selection>
      {noneYet && <NoClients />}
    </div>
  )
}
