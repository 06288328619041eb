import { Banner } from '@/components/ui/banner'
import { LinkButton } from '@/components/ui/link-button'
import type { AuthorizedClient } from '@/lib/grants/grant'
import { routes } from '@/lib/routes'
import { ClientPicker } from './client-picker'

type Props = {
  apiId: string
  language: string
  clients: AuthorizedClient[]
  /** Whether these are all of them. */
  complete: boolean
  chosen?: AuthorizedClient
  /** How many scopes the API defines. */
  scopes: number
  /** The scope that the example API asks for, if any. */
  needed?: string
}

/** Which client the code speaks for, and what it may do. */
export function Caller({ apiId, language, clients, complete, chosen, scopes, needed }: Props) {
  if (!chosen)
    return (
      <Banner
        tone="warning"
        title="No client is authorized for this API."
        action={<LinkButton href={routes.apiClients(apiId)}>Authorize a client</LinkButton>}
      >
        Until one is, the tenant refuses the token request.
      </Banner>
    )
  const lacks = needed && !chosen.allScopes && !chosen.scope.includes(needed)
  return (
    <>
      <div className="flex items-end gap-x-3 gap-y-2 max-wide:flex-wrap">
        <ClientPicker apiId={apiId} language={language} clients={clients} chosen={chosen.id} />
        <p className="pb-1.5 text-ink-faint">
          {scopes > 0 &&
            `${chosen.allScopes ? scopes : chosen.scope.length} of ${scopes} scopes on this API. `}
          {complete ? clients.length : `More than ${clients.length}`}{' '}
          {clients.length === 1 ? 'client is' : 'clients are'} authorized.
        </p>
      </div>
      {lacks && (
        <Banner
          tone="warning"
          title={`${chosen.name} is not granted ${needed}.`}
          action={
            <LinkButton href={routes.apiClients(apiId, { client: chosen.id })}>Change its scopes</LinkButton>
          }
        >
          It gets a token, and the API in this example answers it with 403.
        </Banner>
      )}
    </>
  )
}
