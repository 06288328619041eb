import { AppError, type ErrorCode } from '../errors'

type Asked = { tenant: URL; url: string; method: string }

const codes: Record<number, ErrorCode> = {
  400: 'invalid',
  401: 'unavailable',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  429: 'rate_limited',
}

/** What the tenant refused, as an AppError in words for the person who asked. */
export async function refusal(response: Response, asked: Asked): Promise<AppError> {
  const text = await response.text().catch(() => '')
  const said = messageIn(text)
  const code = codes[response.status] ?? 'unavailable'
  return new AppError(code, inWords(response, said, asked), {
    cause: new Error(`${response.status} ${said}`),
  })
}

function inWords({ status, headers }: Response, said: string, { tenant, url, method }: Asked): string {
  const unchanged = method === 'GET' ? '' : ' Nothing was changed.'
  if (url.endsWith('/oauth/token')) {
    return `The tenant ${tenant.host} refused Grantboard’s own Management API client (${status} ${said}). Check MANAGEMENT_CLIENT_ID, MANAGEMENT_CLIENT_SECRET and its grant for the Management API.${unchanged}`
  }
  if (status === 401) {
    return `The tenant no longer accepts Grantboard’s Management API token (401 ${said}).${unchanged} Try again.`
  }
  if (status === 403) {
    const scopes = /expected any of: (.+)/.exec(said)?.[1]
    return scopes
      ? `Grantboard’s own client lacks ${scopes} for the Management API.${unchanged} Grant it in the tenant, then try again.`
      : `The tenant refused: ${said}.${unchanged}`
  }
  if (status === 429) {
    const seconds = headers.get('retry-after')
    const when = seconds ? `in ${seconds} s` : 'in a moment'
    return `The tenant allows no more calls right now and refused three tries.${unchanged} Try again ${when}.`
  }
  if (status >= 500) {
    const effect =
      method === 'GET' ? '' : ' It is not known whether it made the change: look before you try again.'
    return `The tenant ${tenant.host} failed (${status}${said && ` ${said}`}).${effect}`
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
