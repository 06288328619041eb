'use client'

import { Link } from '@/components/ui/link'
import { SecretField } from '@/components/ui/secret-field'
import { SettingsGroup } from '@/components/ui/settings-group'
import type { ActionResult } from '@/lib/action-state'
import type { Client } from '@/lib/clients/client'
import type { CallerUse } from '@/lib/observations/read/callers'
import { routes } from '@/lib/routes'
import { howItIsSent } from './auth-methods'
import type { ClientImpact } from './client-impact'
import { RotateSecret } from './rotate-secret'

type Props = {
  client: Client
  impact: ClientImpact
  callers: CallerUse[]
  issuer: string
  reveal: () => Promise<ActionResult<string>>
  rotate: () => Promise<ActionResult<string>>
}

/** The client's secret, how it is sent, and its replacement. */
export function Credentials({ client, impact, callers, issuer, reveal, rotate }: Props) {
  const usesKey = client.authMethod === 'private_key_jwt'
  return (
    <>
      {!usesKey && (
        <SettingsGroup title="Secret">
          <SecretField
            label="Client secret"
            reveal={reveal}
            hint="Fetched only when you reveal or copy it. Both are recorded under Activity."
          />
        </SettingsGroup>
      )}
      <SettingsGroup title="How it is sent">
        <p>
          {howItIsSent[client.authMethod]}{' '}
          <code className="whitespace-nowrap text-ink-muted">{client.authMethod}</code>
          <br />
          {!usesKey && (
            <Link href={routes.client(client.id)} className="whitespace-nowrap">
              Change under Settings
            </Link>
          )}
        </p>
      </SettingsGroup>
      {!usesKey && (
        <RotateSecret client={client} impact={impact} callers={callers} issuer={issuer} rotate={rotate} />
      )}
    </>
  )
}
