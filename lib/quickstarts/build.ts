import type { Choice } from './choice.ts'
import { examplePort } from './example.ts'
import type { AcceptInput, AcceptPart, CallPart } from './language.ts'

type Api = { identifier: string; signingAlgorithm: string; scopes: { value: string }[] }

/** What a quickstart is filled with: the API as the tenant has it, and the issuer of its tokens. */
export const inputFor = ({ identifier, signingAlgorithm, scopes }: Api, issuer: string): AcceptInput => ({
  api: { identifier, signingAlgorithm, scopes: scopes.map(({ value }) => value) },
  issuer,
  port: examplePort,
})

export type Parts = {
  accept?: AcceptPart
  /** Why there is nothing to accept tokens with, in a sentence. */
  cannot?: string
  call?: CallPart
}

/** Both halves of what was chosen, filled in. */
export function build({ acceptor, caller }: Choice, input: AcceptInput, clientId = 'YOUR_CLIENT_ID'): Parts {
  const cannot = acceptor?.cannot?.(input.api.signingAlgorithm)
  return {
    accept: cannot ? undefined : acceptor?.build(input),
    cannot,
    call: caller?.build({ ...input, client: { id: clientId } }),
  }
}
