import { Banner } from '@/components/ui/banner'
import { Link } from '@/components/ui/link'
import { type Client, isMachine } from '@/lib/clients/client'
import { routes } from '@/lib/routes'

/** Over the grants of a client that could not use them. */
export function NoTokensBanner({ client }: { client: Client }) {
  if (isMachine(client)) return null
  return (
    <div className="mb-4">
      <Banner tone="warning" title="This client cannot ask for tokens as itself.">
        Its client grants have no effect until <code>client_credentials</code> is on under{' '}
        <Link href={routes.client(client.id)}>Settings</Link>.
      </Banner>
    </div>
  )
}
