import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Parameters } from '../parameters.ts'
import { asRefusal } from '../refusal.ts'
import { sendJson } from '../send-json.ts'
import { newAttempt } from './attempt.ts'
import { exchange, type Services } from './exchange.ts'
import { exchangeEvent } from './exchange-event.ts'

type Endpoint = (request: IncomingMessage, response: ServerResponse, parameters: Parameters) => Promise<void>

/**
 * Auth0's `client_credentials` at `POST /oauth/token`: `audience` names the API, a client grant must link it to the
 * client, and leaving `scope` out asks for everything that grant allows. Rejects when the tenant fails.
 * https://auth0.com/docs/api/authentication/client-credential-flow/get-token
 */
export function clientCredentials(services: Services): Endpoint {
  const { tenant } = services

  return async (request, response, parameters) => {
    const attempt = newAttempt(request, parameters)
    try {
      const body = await exchange(attempt, services)
      sendJson(response, { status: 200, body, headers: attempt.headers })
      tenant.events.note(exchangeEvent(attempt, tenant))
    } catch (error) {
      const refusal = asRefusal(error)
      if (!refusal) throw error
      sendJson(response, { ...refusal, headers: { ...attempt.headers, ...refusal.headers } })
      if (attempt.clientId) tenant.events.note(exchangeEvent(attempt, tenant, refusal))
    }
  }
}
