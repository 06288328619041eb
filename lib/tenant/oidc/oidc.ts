import type { IncomingMessage, ServerResponse } from 'node:http'
import { log } from '../log.ts'
import type { Tenant } from '../tenant.ts'
import { authentication } from './authenticate.ts'
import { BodyError } from './body.ts'
import { withFormBody } from './form-body.ts'
import { createProvider } from './provider.ts'
import { activeKeys } from './signing-keys.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

/**
 * The tenant's OpenID Connect half: discovery, JWKS, sign-in, token, userinfo and logout endpoints. Answers every
 * request it is given, with 404 to what it doesn't know. Rejects when the tenant's signing keys can't be read.
 */
export async function createOidc(tenant: Tenant): Promise<Handler> {
  const current = currentHandler(tenant)
  await current()

  return async (request, response) => {
    try {
      atPublicAddress(request, tenant.issuer)
      const handle = await current()
      handle(await withFormBody(request), response)
    } catch (error) {
      sendFailure(response, error)
    }
  }
}

/**
 * oidc-provider takes its keys at construction, so rotating or revoking one means making another provider; nothing is
 * lost by that, since all it remembers is in storage.
 */
function currentHandler(tenant: Tenant): () => Promise<Handler> {
  const authenticate = authentication(tenant.storage.users)
  let madeFor = ''
  let handle: Handler | undefined

  return async () => {
    const keys = activeKeys(await tenant.storage.signingKeys.list())
    const ids = keys.map(({ kid }) => kid).join(' ')
    if (!handle || ids !== madeFor) {
      handle = createProvider(tenant, keys, authenticate).callback()
      madeFor = ids
    }
    return handle
  }
}

/** The tenant's address is configured, never guessed from what a caller or a proxy writes into the request. */
function atPublicAddress({ headers }: IncomingMessage, issuer: string) {
  const { host, protocol } = new URL(issuer)
  headers.host = host
  headers['x-forwarded-proto'] = protocol.slice(0, -1)
  delete headers['x-forwarded-host']
}

function sendFailure(response: ServerResponse, error: unknown) {
  const isCallers = error instanceof BodyError
  if (!isCallers) log.error({ err: error }, 'the request failed')
  if (response.headersSent) return response.destroy()

  const body = isCallers
    ? { error: 'invalid_request', error_description: error.message }
    : { error: 'server_error', error_description: 'The tenant failed to answer' }
  response.writeHead(isCallers ? error.status : 500, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
  })
  response.end(JSON.stringify(body))
}
