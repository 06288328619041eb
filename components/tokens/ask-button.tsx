import { Play } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { routes } from '@/lib/routes'
import type { TokenClient } from '@/lib/tokens/token'

type Props = {
  client: TokenClient
  busy: boolean
  /** There is an answer already. */
  again: boolean
  onAsk: () => void
}

/** Asks the tenant; for a client whose proof is not at hand it says where to ask instead. */
export function AskButton({ client, busy, again, onAsk }: Props) {
  if (client.authMethod === 'private_key_jwt')
    return (
      <div className="grid justify-items-start gap-2 text-ink-muted">
        <p>
          {client.name} proves itself with a private key, which only it has: ask for the token where that key
          is, and paste the answer below under Explain. To test from here, authorize a client with a secret.
        </p>
        <LinkButton small href={routes.clientCredentials(client.id)}>
          Open its credentials
        </LinkButton>
      </div>
    )
  return (
    <Button kind="primary" icon={<Play aria-hidden="true" />} busy={busy && 'Asking'} onClick={onAsk}>
      {again ? 'Ask again' : 'Ask for a token'}
    </Button>
  )
}
