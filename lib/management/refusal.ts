import { AppError, type ErrorCode } from '../errors'
import { untilNextCall } from './rate-limit'

/** One call on its way to the tenant. Asking for Grantboard's own token changes nothing, so it counts as reading. */
export type Call = { tenant: URL; url: string; forToken: boolean; writes: boolean }

/** The tenant no longer takes the Management API token it gave out; with a new one the same call may pass. */
export class TokenRefused extends AppError {}

const codes: Record<number, ErrorCode> = {
  400: 'invalid',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  429: 'rate_limited',
}

/** What the tenant refused, as an AppError in words for the person who asked. */
export async function refusal(response: Response, call: Call): Promise<AppError> {
  const { status } = response
  const said = messageIn(await response.text())
  const options = { cause: new Error(`${status} ${said}`) }
  const message = inWords(response, said, call)
  if (status === 401 && !call.forToken) return new TokenRefused('unavailable', message, options)
  return new AppError(codes[status] ?? 'unavailable', message, options)
}

function inWords({ status, headers }: Response, said: string, { tenant, forToken, writes }: Call): string {
  const unchanged = writes ? ' Nothing was changed.' : ''
  if (status === 429) {
    const milliseconds = untilNextCall(headers)
    const when = milliseconds ? `in ${Math.ceil(milliseconds / 1000)} s` : 'in a moment'
    return `The tenant allows no more calls right now.${unchanged} Try again ${when}.`
  }
  if (status >= 500) {
    const effect = writes ? ' It is not known whether it made the change: look before you try again.' : ''
    return `The tenant ${tenant.host} failed (${status}${said && ` ${said}`}).${effect}`
  }
  if (forToken) {
    return `The tenant ${tenant.host} refused Grantboard’s own Management API client (${status} ${said}). Check MANAGEMENT_CLIENT_ID, MANAGEMENT_CLIENT_SECRET and its grant for the Management API.`
  }
  if (status === 401) {
    return `The tenant ${tenant.host} does not accept Grantboard’s Management API token, not even a new one (401 ${said}).${unchanged} Check AUTH0_DOMAIN, which must not be a custom domain, and this machine’s clock.`
  }
  if (status === 403) {
    const scopes = /expected any of: (.+)/.exec(said)?.[1]
    return scopes
      ? `Grantboard’s own client lacks ${scopes} for the Management API.${unchanged} Grant it in the tenant: APIs, Auth0 Management API, Non Interactive Clients. Then try again.`
      : `The tenant refused: ${sentence(said || 'it gave no reason')}${unchanged}`
  }
  return sentence(said || `The tenant answered ${status}`) + unchanged
}

function messageIn(text: string): string {
  try {
    const { message, error_description, error } = JSON.parse(text)
    return String(message ?? error_description ?? error ?? '')
  } catch {
    return ''
  }
}

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`)
