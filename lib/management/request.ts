import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '../errors'
import { isBackground, marked } from './background'
import { noteAllowance, noteRefusal, takesTurns, turn } from './pace'
import { untilNextCall } from './rate-limit'
import { type Call, refusal } from './refusal'
import { hearAllowance, underway } from './traffic'

/** How long one call may take in all, in milliseconds, retries included. */
const patience = 8_000
const longestPause = 3_000
const attempts = 3

/**
 * fetch for the SDK. The SDK builds https:// URLs only, so the scheme comes from the tenant's own address.
 * A 429 is waited for (it was not carried out, so repeating is safe), a read is repeated when the line or the
 * tenant fails. Answers that are not 2xx, silence and slowness leave as AppErrors. Within `inTurn` no 429 does.
 */
export async function request(
  tenant: URL,
  input: RequestInfo | URL,
  init: RequestInit = {},
): Promise<Response> {
  return underway(!isBackground(), async () => {
    if (!takesTurns()) return send(tenant, input, init)
    for (;;) {
      await turn()
      try {
        return await send(tenant, input, init)
      } catch (error) {
        if (!(error instanceof AppError && error.code === 'rate_limited')) throw error
      }
    }
  })
}

async function send(tenant: URL, input: RequestInfo | URL, init: RequestInit): Promise<Response> {
  const call = describeCall(tenant, String(input), init.method)
  const deadline = AbortSignal.timeout(patience)
  const signal = init.signal ? AbortSignal.any([init.signal, deadline]) : deadline

  for (let attempt = 1; ; attempt++) {
    const last = attempt === attempts
    const response = await fetch(call.url, { ...init, headers: marked(init.headers), signal })
      .then(whole)
      .catch((error) => {
        if (!call.writes && !last && !deadline.aborted) return undefined
        throw unanswered(call, deadline.aborted, error)
      })
    if (response && !call.forToken) hearAllowance(response.headers)
    if (response?.status === 429) noteRefusal(response.headers)
    else if (response && !call.forToken) noteAllowance(response.headers)
    if (response?.ok) return readable(response)
    if (response && (last || !repeatable(call, response))) throw await refusal(response, call)
    await pause(response ? pauseBefore(response) : 100)
  }
}

function describeCall(tenant: URL, input: string, method = 'GET'): Call {
  const url = input.replace(/^https:/, tenant.protocol)
  const forToken = url.endsWith('/oauth/token')
  return { tenant, url, forToken, writes: method !== 'GET' && !forToken }
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

function repeatable({ writes }: Call, response: Response) {
  // Who takes turns waits for the next one instead, so that it counts.
  if (response.status === 429) return !takesTurns() && pauseBefore(response) <= longestPause
  return !writes && response.status >= 500
}

function pauseBefore({ status, headers }: Response) {
  return status === 429 ? Math.max(250, untilNextCall(headers) ?? 0) : 100
}

function unanswered({ tenant, writes }: Call, slow: boolean, cause: unknown) {
  const what = slow ? `did not answer within ${patience / 1000} s` : 'can’t be reached'
  const effect = writes
    ? 'It is not known whether it made the change: look before you try again.'
    : 'Nothing was changed.'
  return new AppError('unavailable', `The tenant ${tenant.host} ${what}. ${effect}`, { cause })
}
