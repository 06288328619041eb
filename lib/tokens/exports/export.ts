import type { AuthMethod } from '../../clients/client'

/** What an export is filled with. Secrets and tokens come from where it runs and stand in none. */
export type ExportInput = {
  /** With its trailing slash. */
  issuer: string
  audience: string
  client: { id: string; name: string; authMethod: AuthMethod }
  /** None: the request has no `scope`. */
  scopes: string[]
  call: { url: string; method: string; body?: string }
}

/** A way to get a token and call the API elsewhere. */
export type TokenExport = {
  slug: string
  name: string
  fileName: string
  build: (input: ExportInput) => string
}

/** A client with a private key gets its token where that key is, so an export takes it from there. */
export const bringsToken = ({ client }: ExportInput) => client.authMethod === 'private_key_jwt'

/** The token request without its secret, in order. */
export const tokenFields = ({ client, audience, scopes }: ExportInput): [name: string, value: string][] => [
  ['grant_type', 'client_credentials'],
  ['client_id', client.id],
  ['audience', audience],
  ...(scopes.length > 0 ? [['scope', scopes.join(' ')] as [string, string]] : []),
]
