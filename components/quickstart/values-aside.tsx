import type { ReactNode } from 'react'
import { Aside } from '@/components/ui/aside'
import { CopyButton } from '@/components/ui/copy-button'
import type { Api } from '@/lib/apis/api'
import { lifetimeInWords } from '@/lib/apis/lifetime'

type Props = { api: Api; issuer: string; children?: ReactNode }

/** The values that the code was filled with, each to be copied. */
export function ValuesAside({ api, issuer, children }: Props) {
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
      <p>
        <span className="code-lines p-0!">
          <span className="v">Marked</span>
        </span>{' '}
        values come from this API or client.
      </p>
      {children}
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
