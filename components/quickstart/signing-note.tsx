import { KeyRound } from 'lucide-react'
import { isSymmetric, jwksUrl } from '@/lib/quickstarts/example'
import type { AcceptInput } from '@/lib/quickstarts/language'

/** What the signing algorithm means for the API: whether it fetches a key or holds a secret. */
export function SigningNote({ input }: { input: AcceptInput }) {
  return (
    <div className="flex gap-2.5 text-ink-muted">
      <KeyRound aria-hidden="true" className="mx-0.5 mt-0.5 text-ink-faint" />
      <p className="min-w-0 wrap-anywhere">
        <b className="font-medium text-ink">
          Tokens for this API are signed with {input.api.signingAlgorithm}.
        </b>{' '}
        {isSymmetric(input) ? (
          <>
            The tenant signs with this API’s signing secret, and your API verifies with the same one. Whoever
            holds it can make tokens: give it to your API in <code>AUTH0_SIGNING_SECRET</code> and to nobody
            else.
          </>
        ) : (
          <>
            The tenant signs with its private key; your API verifies with the public key it finds at{' '}
            <a href={jwksUrl(input.issuer)} className="font-mono text-xs">
              {jwksUrl(input.issuer)}
            </a>
            . Your API needs no secret.
          </>
        )}
      </p>
    </div>
  )
}
