import { FixedField } from '@/components/ui/fixed-field'
import type { Client } from '@/lib/clients/client'

/** What a client of the dashboard itself must keep, and why. */
export function ProtectedTokens({ client }: { client: Client }) {
  const reason = `${client.protectedBecause} Changing this could lock the dashboard out, so it stays as it is here.`
  return (
    <>
      <FixedField label="Grant types" value={client.grantTypes.join(', ')} />
      <FixedField label="Token endpoint authentication method" value={client.authMethod} reason={reason} />
    </>
  )
}
