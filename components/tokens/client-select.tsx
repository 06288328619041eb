import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { isMachine } from '@/lib/clients/client'
import type { TokenClient } from '@/lib/tokens/token'

type Props = {
  /** By name. */
  clients: TokenClient[]
  /** Whether every client of the tenant is among these. */
  complete: boolean
  /** Client ID. */
  chosen: string | undefined
  onChoose: (clientId: string) => void
}

/** Authorized clients first, the others with what they lack. */
export function ClientSelect({ clients, complete, chosen, onChoose }: Props) {
  const authorized = clients.filter(({ access }) => access)
  const rest = clients.filter(({ access }) => !access)
  return (
    <>
      <SelectField
        key={chosen}
        label="Client"
        name="client"
        defaultValue={chosen}
        onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      >
        {!chosen && <option value="">Choose a client</option>}
        {authorized.length > 0 && (
          <optgroup label="Authorized">
            {authorized.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
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
      {!complete && <OtherClient onChoose={onChoose} />}
    </>
  )
}

/** One that the list is too short for. */
function OtherClient({ onChoose }: Pick<Props, 'onChoose'>) {
  return (
    <TextField
      mono
      label="Client ID"
      hint="The first 100 authorized clients and the first 100 others are listed. Name any other by its ID, then press Enter."
      autoComplete="off"
      onKeyDown={(event) => {
        const id = event.currentTarget.value.trim()
        if (event.key !== 'Enter' || !id) return
        event.preventDefault()
        onChoose(id)
      }}
    />
  )
}

function lacks(client: TokenClient) {
  if (client.authMethod === 'none') return 'has no secret'
  if (!isMachine(client)) return 'no client credentials'
  return 'not authorized'
}
