import { FindClient } from '@/components/clients/find/find-client'
import { SelectField } from '@/components/ui/select-field'
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
      {!complete && (
        <div className="-mt-2 flex flex-wrap items-center gap-2">
          <p className="min-w-32 flex-1 text-xs text-ink-faint">The first 100 of each are listed.</p>
          <FindClient onChoose={onChoose} />
        </div>
      )}
    </>
  )
}

function lacks(client: TokenClient) {
  if (client.authMethod === 'none') return 'has no secret'
  if (!isMachine(client)) return 'no client credentials'
  return 'not authorized'
}
