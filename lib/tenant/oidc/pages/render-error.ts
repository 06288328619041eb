import type { Context } from 'koa'
import type { Configuration } from 'oidc-provider'
import type { Tenant } from '../../tenant.ts'
import { sendExpired, sendMessage } from './message-page.ts'

/** What a person sees where oidc-provider can't send the error back to the application. */
export const renderError =
  ({ issuer }: Tenant): Configuration['renderError'] =>
  async (koaContext, { error, error_description: description }, cause) => {
    const ctx = koaContext as unknown as Context
    const { client_id: clientId, redirect_uri: redirectUri } = ctx.query
    const facts = { error: String(error), client_id: text(clientId), redirect_uri: text(redirectUri), issuer }

    if (cause.name === 'SessionNotFound') return sendExpired(ctx)

    if (error === 'server_error')
      return sendMessage(ctx, 500, {
        title: 'The tenant failed to answer',
        what: 'Something went wrong in the tenant. You were not signed in, and nothing was changed.',
        next: 'Try again; if it happens again, look into the log of the tenant.',
      })

    if (error === 'invalid_redirect_uri')
      return sendMessage(ctx, 403, {
        title: 'Callback URL mismatch',
        what: 'The provided redirect_uri is not in the list of allowed callback URLs of this client. You were not signed in.',
        next: 'Add the address below to the Allowed Callback URLs in the settings of the client.',
        facts,
      })

    if (error === 'invalid_client')
      return sendMessage(ctx, 400, {
        title: 'Unknown client',
        what: `This tenant has no client "${text(clientId) ?? ''}", or it may not sign people in. You were not signed in.`,
        next: 'Compare the client ID of the application with the one in the tenant.',
        facts,
      })

    await sendMessage(ctx, ctx.status, {
      title: 'The request was refused',
      what: `${description ?? error}.`,
      next: 'The application has to send another request; nothing was changed.',
      facts,
    })
  }

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
