import 'server-only'
import { env } from '../../env'
import { AppError } from '../../errors'
import { management } from '../../management/management'
import { ask } from '../../tokens/ask'
import type { Exchange } from '../../tokens/exchange'
import { verifySignature } from '../../tokens/signature'
import { tokenRequest } from '../../tokens/token-request'
import type { ChangeOf, Outcome } from '../change'
import { readResourceServer, subjectOf } from './read-resource-server'

/**
 * Asks for a token as the client and verifies it. That its secret was used is recorded, with what came of it; neither
 * the secret nor the token is.
 */
export async function requestToken({
  clientId,
  apiId,
  scopes,
}: ChangeOf<'client.request_token'>): Promise<Outcome<Exchange>> {
  const [{ api, resourceServer }, client] = await Promise.all([
    readResourceServer(apiId),
    readSecret(clientId),
  ])
  const issuer = `${env().AUTH0_DOMAIN.origin}/`
  const { authMethod, secret } = client
  const request = tokenRequest(
    { issuer, audience: api.identifier, client: { id: clientId, authMethod }, scopes },
    secret,
  )
  const { exchange, token } = await ask(request)
  const signer = {
    issuer,
    algorithm: api.signingAlgorithm,
    signingSecret: resourceServer.signing_secret,
  }
  const issued = token === undefined ? undefined : { token, signature: await verifySignature(token, signer) }
  return {
    value: { ...exchange, issued },
    subject: { ...subjectOf(api), clientId, clientName: client.name },
    before: null,
    after: { status: exchange.status },
  }
}

async function readSecret(clientId: string) {
  const {
    name = clientId,
    client_secret: secret = '',
    token_endpoint_auth_method: authMethod = 'client_secret_post',
    client_authentication_methods: keys,
  } = await management((api) =>
    api.clients.get(clientId, {
      fields: 'name,client_secret,token_endpoint_auth_method,client_authentication_methods',
      include_fields: true,
    }),
  )
  if (keys)
    throw new AppError(
      'invalid',
      `${name} proves itself with a private key, which only ${name} has. Ask for the token where that key is. Nothing was sent.`,
    )
  if (!secret && authMethod !== 'none')
    throw new AppError(
      'forbidden',
      `The tenant shows no secret of ${name}: Grantboard’s own client lacks read:client_keys. Nothing was sent.`,
    )
  return { name, secret, authMethod }
}
