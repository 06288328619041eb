import { Aside } from '@/components/ui/aside'
import { Identifier } from '@/components/ui/identifier'
import { Link } from '@/components/ui/link'
import type { Client } from '@/lib/clients/client'
import { routes } from '@/lib/routes'

type Props = {
  client: Client
  issuer: string
  /** How many APIs it may call. */
  apis: number
}

/** The values a token request is made of, beside the secret. */
export function TokenRequestAside({ client, issuer, apis }: Props) {
  const audiences = apis === 1 ? '1 API' : `${apis || 'No'} APIs`
  return (
    <Aside
      title="To ask for a token"
      facts={[
        {
          term: 'Token URL',
          value: <Identifier value={new URL('/oauth/token', issuer).href} label="token URL" />,
        },
        {
          term: 'Grant type',
          value: client.grantTypes.includes('client_credentials') ? (
            <Identifier value="client_credentials" label="grant type" />
          ) : (
            <>
              <code>client_credentials</code> is off: <Link href={routes.client(client.id)}>Settings</Link>
            </>
          ),
        },
        { term: 'Client ID', value: <Identifier value={client.id} label="client ID of the request" /> },
        { term: 'Audiences', value: <Link href={routes.clientApis(client.id)}>{audiences}</Link> },
      ]}
    />
  )
}
