import { Banner } from '@/components/ui/banner'
import { LinkButton } from '@/components/ui/link-button'
import type { AuthorizedClient } from '@/lib/grants/grant'
import { formatNumber } from '@/lib/number-text'
import { routes } from '@/lib/routes'

type Props = {
  apiId: string
  /** Client ID from the address. */
  chosen?: string
  clients: AuthorizedClient[]
  total: number
  /** The client that these were read for. */
  asked?: string
  scopes: number
  needed?: string
}

/** What the chosen client may do at the API, and whether that is enough for the example. */
export function CallerScopes({ apiId, chosen, clients, total, asked, scopes, needed }: Props) {
  const client = clients.find(({ id }) => id === chosen)
  const lacks = client && needed && !client.allScopes && !client.scope.includes(needed)
  return (
    <>
      <p className="text-ink-faint">
        {client &&
          scopes > 0 &&
          `${client.allScopes ? scopes : client.scope.length} of ${scopes} scopes on this API. `}
        {formatNumber(total)} {total === 1 ? 'client is' : 'clients are'} authorized.
      </p>
      {chosen && !client && (asked === chosen || total <= clients.length) && (
        <Banner tone="warning" title={`The client ${chosen} is not authorized for this API.`}>
          The tenant refuses its token request. Choose another, or authorize it under Non Interactive Clients.
        </Banner>
      )}
      {lacks && (
        <Banner
          tone="warning"
          title={`${client.name} is not granted ${needed}.`}
          action={
            <LinkButton href={routes.apiClients(apiId, { client: client.id })}>Change its scopes</LinkButton>
          }
        >
          It gets a token, and the API in this example answers it with 403.
        </Banner>
      )}
    </>
  )
}
