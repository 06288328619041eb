import type { IncomingMessage, ServerResponse } from 'node:http'
import { freshFor } from '../fresh.ts'
import { log } from '../log.ts'
import type { StoredSigningKey } from '../storage/storage.ts'
import type { Tenant } from '../tenant.ts'
import { type Authenticate, authentication } from './authenticate.ts'
import { clientCredentials } from './client-credentials/endpoint.ts'
import { presentedOrNot } from './client-credentials/presented.ts'
import { readClientRequest, withForm } from './client-request.ts'
import { clientThrottle } from './client-throttle.ts'
import { asRefusal, invalidRequest } from './refusal.ts'
import { sendJson } from './send-json.ts'
import { activeKeys } from './signing-keys.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** How long another process's rotation may go unnoticed: the next key is published before it signs. */
const keysFreshForMs = 1000

/**
 * The tenant's OpenID Connect half: discovery, JWKS, sign-in, token, userinfo and logout endpoints. Answers every
 * request it is given, with 404 to what it doesn't know. Rejects when the tenant's signing keys can't be read.
 *
 * Clients' own tokens are issued by client-credentials/, everything else is oidc-provider's.
 */
export async function createOidc(tenant: Tenant): Promise<Handler> {
  const keys = freshFor(keysFreshForMs, async () => activeKeys(await tenant.storage.signingKeys.list()))
  const throttle = clientThrottle(tenant.issuer)
  const issue = clientCredentials({
    tenant,
    throttle,
    currentKey: async (version) => current(await keys(version)),
  })
  const provider = currentProvider(tenant, keys)
  const atPublicAddress = publicAddress(tenant.issuer)
  current(await keys())

  return async (request, response) => {
    try {
      // No parameter has a use for a NUL, and PostgreSQL none either.
      if (request.url?.includes('%00')) throw invalidRequest('A parameter holds what is no character')
      const asked = await readClientRequest(request)
      if (asked?.endpoint === 'token' && asked.parameters.get('grant_type') === 'client_credentials') {
        return await issue(request, response, asked.parameters)
      }
      const proof = asked && presentedOrNot(request, asked.parameters)
      if (proof) throttle.guard(request, response, proof)
      const handle = await provider()
      handle(atPublicAddress(asked ? withForm(request, asked.parameters) : request), response)
    } catch (error) {
      sendFailure(response, error)
    }
  }
}

function current([key]: StoredSigningKey[]): StoredSigningKey {
  if (key?.state !== 'current') throw new TypeError('The tenant has no current signing key')
  return key
}

/**
 * oidc-provider is loaded for the first request that needs it: half of a start is spent on it otherwise, and who asks
 * for clients' own tokens alone has no use for it. It takes its keys at construction, so rotating or revoking one means making another provider; nothing is
 * lost by that, since all it remembers is in storage.
 */
function currentProvider(tenant: Tenant, keys: () => Promise<StoredSigningKey[]>): () => Promise<Handler> {
  let authenticate: Authenticate | undefined
  let madeFor = ''
  let handle: Handler | undefined

  return async () => {
    const active = await keys()
    const ids = active.map(({ kid }) => kid).join(' ')
    if (!handle || ids !== madeFor) {
      current(active)
      const { createProvider } = await import('./provider.ts')
      authenticate ??= authentication(tenant.storage.users)
      handle = createProvider(tenant, active, authenticate).callback()
      madeFor = ids
    }
    return handle
  }
}

/** The tenant's address is configured, never guessed from what a caller or a proxy writes into the request. */
function publicAddress(issuer: string) {
  const { host, protocol } = new URL(issuer)
  return (request: IncomingMessage) => {
    const { headers } = request
    headers.host = host
    headers['x-forwarded-proto'] = protocol.slice(0, -1)
    delete headers['x-forwarded-host']
    return request
  }
}

function sendFailure(response: ServerResponse, error: unknown) {
  const refusal = asRefusal(error)
  if (!refusal) log.error({ err: error }, 'the request failed')
  if (response.headersSent) return response.destroy()
  sendJson(response, refusal ?? failed)
}

const failed = {
  status: 500,
  headers: {},
  body: { error: 'server_error', error_description: 'The tenant failed to answer' },
}
