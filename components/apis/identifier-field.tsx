import { FixedField } from '@/components/ui/fixed-field'
import type { Api } from '@/lib/apis/api'
import { type ClientCount, howManyClients } from './api-impact'

/** The identifier, and why it stays as it is. */
export function IdentifierField({ api, clients }: { api: Api; clients: ClientCount }) {
  const who = clients.count === 0 ? 'clients' : howManyClients(clients)
  const asking = `${who} ${clients.count === 1 ? 'asks' : 'ask'}`
  return (
    <FixedField
      label="Identifier"
      value={api.identifier}
      copy="identifier"
      reason={
        api.isSystem
          ? 'It is the audience of every token for the Management API, and the tenant’s own address.'
          : `It is the audience of every token for this API, so it never changes: ${asking} for exactly this text and your API checks it. For another identifier, create another API.`
      }
    />
  )
}
