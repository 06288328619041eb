import { Aside } from '@/components/ui/aside'
import { CopyButton } from '@/components/ui/copy-button'
import { SecretField } from '@/components/ui/secret-field'
import type { ActionResult } from '@/lib/action-state'
import type { Api } from '@/lib/apis/api'
import { lifetimeInWords } from '@/lib/apis/lifetime'

type Props = {
  api: Api
  issuer: string
  /** For an API whose tokens are verified with its secret. */
  revealSigningSecret?: () => Promise<ActionResult<string>>
}

/** The values that the code was filled with, each to be copied. */
export function ValuesAside({ api, issuer, revealSigningSecret }: Props) {
  return (
    <Aside
      title="Filled in for you"
      facts={[
        { term: 'Issuer', value: <Value value={issuer} label="issuer" /> },
        { term: 'Audience', value: <Value value={api.identifier} label="audience" /> },
        { term: 'Algorithm', value: <Value value={api.signingAlgorithm} label="algorithm" /> },
        { term: 'Token lifetime', value: lifetimeInWords(api.tokenLifetime) },
      ]}
    >
      {revealSigningSecret && (
        <div className="mb-4">
          <SecretField
            label="Signing secret"
            reveal={revealSigningSecret}
            hint="Fetched when you reveal it; that is recorded under Activity."
          />
        </div>
      )}
      <p>
        <span className="code-lines p-0!">
          <span className="v">Marked</span>
        </span>{' '}
        values come from this API or client.
      </p>
    </Aside>
  )
}

function Value({ value, label }: { value: string; label: string }) {
  return (
    <span className="flex items-start justify-between gap-1">
      <code className="min-w-0 py-0.5 wrap-anywhere">{value}</code>
      <CopyButton value={value} label={`Copy ${label}`} />
    </span>
  )
}
