import { Plus } from 'lucide-react'
import { TransferMenu } from '@/components/transfer/transfer-menu'
import { LinkButton } from '@/components/ui/link-button'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { routes } from '@/lib/routes'
import { type ClientRow, ClientTable } from './client-table'
import { NoClients, NothingHere } from './no-clients'
import { TypeFilter } from './type-filter'

type Props = {
  clients: ClientRow[]
  total: number
  /** The last token of each client; `since` is null when none can be seen. */
  seen: { lastTokens: Record<string, string>; since: string | null }
  /** From 1. */
  page: number
  perPage: number
  type?: string
}

/** One page of the tenant's clients, of one type or of all. */
export function ClientList({ clients, total, seen, page, perPage, type }: Props) {
  // The dashboard's own clients are there from the start; until there is another, the next step is to create one.
  const noneYet =
    type === undefined && total === clients.length && clients.every((client) => client.protectedBecause)
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
      <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <TypeFilter current={type} />
      </div>
      <ClientTable
        clients={clients.map((client) => ({ ...client, lastAt: seen.lastTokens[client.id] }))}
        since={seen.since}
        empty={noneYet ? null : <NothingHere type={type} total={total} />}
      />
      {clients.length > 0 && (
        <Pager
          page={page - 1}
          perPage={perPage}
          total={total}
          href={(index) => routes.clients({ type, page: index === 0 ? undefined : index + 1 })}
        />
      )}
      {noneYet && <NoClients />}
    </div>
  )
}
