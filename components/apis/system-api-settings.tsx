import { FixedField } from '@/components/ui/fixed-field'
import { SettingsGroup } from '@/components/ui/settings-group'
import type { Api } from '@/lib/apis/api'
import { lifetimeInWords } from '@/lib/apis/lifetime'
import { formatNumber } from '@/lib/number-text'
import { algorithmInWords } from './algorithms'
import type { ClientCount } from './api-impact'
import { IdentifierField } from './identifier-field'

/** The system API belongs to the tenant: everything can be read, nothing changed, and each field says why. */
export function SystemApiSettings({ api, clients }: { api: Api; clients: ClientCount }) {
  return (
    <>
      <SettingsGroup title="General">
        <FixedField label="Name" value={api.name} reason="A system API is named by the tenant." />
        <IdentifierField api={api} clients={clients} />
      </SettingsGroup>
      <SettingsGroup title="Signing">
        <FixedField
          label="Signing algorithm"
          value={api.signingAlgorithm}
          note={algorithmInWords(api.signingAlgorithm)}
          reason="The Management API verifies its tokens with the tenant’s public key."
        />
      </SettingsGroup>
      <SettingsGroup title="Tokens">
        <FixedField
          label="Token lifetime"
          value={`${formatNumber(api.tokenLifetime)} seconds`}
          note={lifetimeInWords(api.tokenLifetime)}
          reason="Set by the tenant for its own API."
        />
      </SettingsGroup>
      <SettingsGroup title="Delete">
        <p className="text-ink-muted">
          A system API cannot be deleted: without it nobody could manage this tenant. Revoke a client on its
          Non Interactive Clients tab to take that client’s access away.
        </p>
      </SettingsGroup>
    </>
  )
}
