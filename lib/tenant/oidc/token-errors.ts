import type { Middleware } from 'koa'

type Body = { error: string; error_description?: string; error_uri?: string }
type Answer = { status: number; body: Body }

/** What oidc-provider refuses at the token endpoint, said with Auth0's codes, texts and statuses. */
export const tokenErrors: Middleware = async (ctx, next) => {
  await next()
  if (ctx.path !== '/oauth/token' || !isError(ctx.body)) return

  const answer = inAuth0Words(ctx.body, ctx.oidc?.params ?? {})
  if (!answer) return
  ctx.status = answer.status
  ctx.body = answer.body
}

function inAuth0Words({ error, error_description = '' }: Body, params: Params): Answer | undefined {
  if (error === 'invalid_client' || error === 'invalid_client_metadata')
    return refuse(401, 'access_denied', 'Unauthorized')

  if (error === 'unsupported_grant_type')
    return refuse(400, error, `Unsupported grant type: ${params.grant_type}`)

  if (error === 'invalid_grant')
    return refuse(
      403,
      error,
      params.grant_type === 'refresh_token'
        ? 'Unknown or invalid refresh token.'
        : 'Invalid authorization code',
    )

  if (error_description === 'requested grant type is not allowed for this client') {
    const { status, body } = refuse(
      403,
      'unauthorized_client',
      `Grant type '${params.grant_type}' not allowed for the client.`,
    )
    return { status, body: { ...body, error_uri: 'https://auth0.com/docs/clients/client-grant-types' } }
  }

  if (error_description === 'no client authentication mechanism provided') return missing('client_id')

  const [, parameter] = /^missing required parameters? '?(\w+)/.exec(error_description) ?? []
  return parameter ? missing(parameter) : undefined
}

const refuse = (status: number, error: string, error_description: string): Answer => ({
  status,
  body: { error, error_description },
})

const missing = (parameter: string) =>
  refuse(400, 'invalid_request', `Missing required parameter: ${parameter}`)

type Params = { grant_type?: string }

const isError = (body: unknown): body is Body => typeof body === 'object' && body !== null && 'error' in body
