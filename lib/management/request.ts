import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '../errors'
import { refusal } from './refusal'

/** How long one call may take in all, in milliseconds, retries included. */
const patience = 8_000
const longestPause = 3_000

/**
 * fetch for the SDK. The SDK builds https:// URLs only, so the scheme comes from the tenant's own address.
 * A 429 is waited for (it was not carried out, so repeating is safe), a read is repeated once when the line
 * or the tenant fails. Answers that are not 2xx, silence and slowness leave as AppErrors.
 */
export async function request(
  tenant: URL,
  input: RequestInfo | URL,
  init: RequestInit = {},
): Promise<Response> {
  const url = String(input).replace(/^https:/, tenant.protocol)
  const deadline = AbortSignal.timeout(patience)
  const signal = init.signal ? AbortSignal.any([init.signal, deadline]) : deadline
  const method = init.method ?? 'GET'

  for (let attempt = 1; ; attempt++) {
    const last = attempt === 3
    const response = await fetch(url, { ...init, signal })
      .then(whole)
      .catch((error) => {
        if (method === 'GET' && !last && !deadline.aborted) return undefined
        throw unanswered(tenant, method, deadline.aborted, error)
      })
    if (response?.ok) return readable(response)
    if (response && (last || !repeatable(method, response)))
      throw await refusal(response, { tenant, url, method })
    await pause(response ? pauseBefore(response) : 100)
  }
}

/** The whole answer, so that a line that breaks in its middle is noticed here. */
async function whole(response: Response): Promise<Response> {
  return new Response((await response.text()) || null, response)
}

/** The SDK takes an answer that is not JSON for an empty list, so it never gets to see one. */
async function readable(response: Response): Promise<Response> {
  try {
    if (response.body) await response.clone().json()
    return response
  } catch (cause) {
    const message =
      'The tenant answered with something other than JSON, so it is not known what it did. Try again.'
    throw new AppError('unavailable', message, { cause })
  }
}

function repeatable(method: string, response: Response) {
  if (response.status === 429) return pauseBefore(response) <= longestPause
  return method === 'GET' && response.status >= 500
}

/** Milliseconds until the tenant says it will answer again. */
function pauseBefore({ status, headers }: Response) {
  if (status !== 429) return 100
  const seconds = Number(headers.get('retry-after'))
  const reset = Number(headers.get('x-ratelimit-reset')) * 1000 - Date.now()
  return Math.max(250, seconds ? seconds * 1000 : reset)
}

function unanswered({ host }: URL, method: string, slow: boolean, cause: unknown) {
  const what = slow ? `did not answer within ${patience / 1000} s` : 'can’t be reached'
  const effect =
    method === 'GET'
      ? 'Nothing was changed.'
      : 'It is not known whether it made the change: look before you try again.'
  return new AppError('unavailable', `The tenant ${host} ${what}. ${effect}`, { cause })
}
