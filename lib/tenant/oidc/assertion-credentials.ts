import type { StoredClient, StoredClientCredential } from '../storage/storage.ts'
import type { assertionAlgorithms } from './assertion.ts'

/** A public key that a client signs assertions for. */
export type AssertionCredential = { kid?: string; alg: (typeof assertionAlgorithms)[number]; pem: string }

/** Whether the client authenticates with `private_key_jwt`, and with nothing else. */
export const usesAssertions = ({ client_authentication_methods: methods }: StoredClient) =>
  methods?.private_key_jwt !== undefined

/** Those of the client's credentials that it may authenticate with at this moment. */
export function assertionCredentials(
  { client_authentication_methods: methods }: StoredClient,
  stored: StoredClientCredential[],
): AssertionCredential[] {
  const enabled = new Set(methods?.private_key_jwt?.credentials.map(({ id }) => id))
  return stored.flatMap(({ id, kid, alg = 'RS256', pem, expires_at }) => {
    const isUsable = enabled.has(id) && (!expires_at || Date.parse(expires_at) > Date.now())
    return isUsable && pem ? [{ kid, alg, pem }] : []
  })
}
