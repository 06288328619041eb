import type { AuthMethod } from '../clients/client'
import { type HttpMessage, prettyJson } from './http-message'

type Asking = {
  /** With its trailing slash. */
  issuer: string
  audience: string
  client: { id: string; authMethod: AuthMethod }
  /** None: the request has no `scope`. */
  scopes: string[]
}

export type TokenRequestMessage = HttpMessage & { url: string }

const hidden = '••••••••'

export const tokenUrl = (issuer: string) => `${issuer}oauth/token`

/**
 * The client credentials request as it is sent, with the client authenticating as its method says. Without a secret
 * it is the request to look at: where the secret would be there are dots. RFC 6749 sections 2.3.1 and 4.4.2.
 */
export function tokenRequest(
  { issuer, audience, client, scopes }: Asking,
  secret?: string,
): TokenRequestMessage {
  const basic = client.authMethod === 'client_secret_basic'
  const url = tokenUrl(issuer)
  const body = {
    grant_type: 'client_credentials',
    ...(!basic && { client_id: client.id, ...proof(client.authMethod, secret ?? hidden) }),
    audience,
    ...(scopes.length > 0 && { scope: scopes.join(' ') }),
  }
  return {
    url,
    start: `POST ${url}`,
    headers: [
      ['Content-Type', 'application/json'],
      ...(basic
        ? [
            ['Authorization', `Basic ${secret === undefined ? hidden : credentials(client.id, secret)}`] as [
              string,
              string,
            ],
          ]
        : []),
    ],
    body: prettyJson(body),
  }
}

function proof(authMethod: AuthMethod, secret: string) {
  if (authMethod === 'none') return {}
  if (authMethod !== 'private_key_jwt') return { client_secret: secret }
  return {
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: secret,
  }
}

const credentials = (id: string, secret: string) =>
  btoa(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`)
