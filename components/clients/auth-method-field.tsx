import { FixedField } from '@/components/ui/fixed-field'
import { RadioGroup } from '@/components/ui/radio-group'
import type { ActionForm } from '@/components/ui/use-action-form'
import type { Client } from '@/lib/clients/client'
import type { ClientInput } from '@/lib/clients/schema'
import { authMethodChoices } from './auth-methods'

const label = 'Token endpoint authentication method'

/** How the client proves who it is; a key that was registered elsewhere is shown and left alone. */
export function AuthMethodField({ form, client }: { form: ActionForm<ClientInput>; client: Client }) {
  if (client.authMethod === 'private_key_jwt')
    return (
      <FixedField
        label={label}
        value="private_key_jwt"
        note="The client signs an assertion with its own key"
        reason="Its public key was registered with the Management API and can be changed there. This dashboard leaves it as it is."
      />
    )
  return <RadioGroup label={label} choices={authMethodChoices} {...form.field('authMethod')} />
}
