import { FixedField } from '@/components/ui/fixed-field'
import { SecretField } from '@/components/ui/secret-field'
import { SettingsGroup } from '@/components/ui/settings-group'
import type { ActionResult } from '@/lib/action-state'
import type { Api } from '@/lib/apis/api'
import { algorithmInWords } from './algorithms'

type Props = { api: Api; reveal: () => Promise<ActionResult<string>> }

export function SigningGroup({ api, reveal }: Props) {
  const { signingAlgorithm } = api
  return (
    <SettingsGroup title="Signing">
      <FixedField
        label="Signing algorithm"
        value={signingAlgorithm}
        note={algorithmInWords(signingAlgorithm)}
        reason="Chosen once: tokens signed in another way would be refused by the API until its code is changed."
      />
      {signingAlgorithm === 'HS256' && (
        <SecretField
          label="Signing secret"
          reveal={reveal}
          hint="Whoever holds it can make tokens for this API. Reveal and copy are recorded under Activity."
        />
      )}
    </SettingsGroup>
  )
}
