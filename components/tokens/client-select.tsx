import { SelectField } from '@/components/ui/select-field'
import { isMachine } from '@/lib/clients/client'
import type { TokenClient } from '@/lib/tokens/token'

type Props = {
  clients: TokenClient[]
  /** Client IDs of authorized clients of which only that is known. */
  others: string[]
  /** Whether every client of the tenant is among these. */
  complete: boolean
  /** Client ID. */
  chosen: string | undefined
  onChoose: (clientId: string) => void
}

/** Authorized clients first, the others with what they lack. */
export function ClientSelect({ clients, others, complete, chosen, onChoose }: Props) {
  const byName = clients.toSorted((one, other) => one.name.localeCompare(other.name))
  const authorized = byName.filter(({ access }) => access)
  const rest = byName.filter(({ access }) => !access)
  return (
    <SelectField
      key={chosen}
      label="Client"
      name="client"
      defaultValue={chosen}
      hint={complete ? undefined : 'Of the clients that are not authorized, only some are listed.'}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
    >
      {!chosen && <option value="">Choose a client</option>}
      {authorized.length + others.length > 0 && (
        <optgroup label="Authorized">
          {authorized.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          {others.map((id) => (
            <option key={id} value={id}>
              {id}
            </option>
          ))}
        </optgroup>
      )}
      {rest.length > 0 && (
        <optgroup label="Others">
          {rest.map((client) => (
            <option key={client.id} value={client.id}>
              {client.name} ({lacks(client)})
            </option>
          ))}
        </optgroup>
      )}
    </SelectField>
  )
}

function lacks(client: TokenClient) {
  if (client.authMethod === 'none') return 'has no secret'
  if (!isMachine(client)) return 'no client credentials'
  return client.access === undefined ? 'authorization not known' : 'not authorized'
}
