import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { routes } from '@/lib/routes'

type Props = {
  api: string
  /** The client ID that was looked up, if one was. */
  client?: string
}

/** No client could be authorized, and how to get one. */
export function NoMachines({ api, client }: Props) {
  const actions = (
    <LinkButton kind="primary" href={routes.newClient()}>
      Create client
    </LinkButton>
  )
  if (client)
    return (
      <EmptyState
        art="cut"
        title="No such client"
        actions={<LinkButton href={routes.clients()}>Open Clients</LinkButton>}
      >
        <p className="wrap-anywhere">
          The tenant has no client <code>{client}</code> with the grant type client credentials, so there is
          nothing to authorize.
        </p>
      </EmptyState>
    )
  return (
    <EmptyState
      title="Create a client first"
      actions={actions}
      steps={[
        { title: 'Create a client', note: 'Type Non Interactive: it gets a client ID and a secret.' },
        { title: `Authorize it for ${api}`, note: 'A checkbox here; it can be narrowed to some scopes.' },
        { title: 'It asks for tokens', note: 'With its client ID and secret, as the Quickstart shows.' },
      ]}
    >
      <p>
        Every client that may use the client credentials grant stands here, with a checkbox that authorizes
        it.
      </p>
    </EmptyState>
  )
}
