import 'server-only'
import { AppError } from '../errors'
import { type Exchange, jsonObject } from './exchange'
import { prettyJson } from './http-message'
import { readLimited } from './read-limited'
import type { TokenRequestMessage } from './token-request'

/** Milliseconds until the tenant must have answered in full. */
const patience = 10_000
const longestAnswer = 64 * 1024

/** The headers that say something about a token; the others are of the line. */
const telling =
  /^(content-type|retry-after|auth0-client-quota-limit|x-ratelimit-.*|www-authenticate|location)$/

/** Sends the token request as it is. Throws an AppError when there is no answer; a refusal is an answer. */
export async function ask(request: TokenRequestMessage): Promise<{ exchange: Exchange; token?: string }> {
  const at = new Date().toISOString()
  const start = performance.now()
  const { response, text, cut } = await answered(request)
  const milliseconds = Math.round(performance.now() - start)

  const json = cut ? undefined : jsonObject(text)
  const token = typeof json?.access_token === 'string' ? json.access_token : undefined
  const shown = json && prettyJson(token ? { ...json, access_token: `${token.slice(0, 24)}…` } : json)
  return {
    token,
    exchange: {
      at,
      milliseconds,
      status: response.status,
      answer: {
        start: `HTTP/1.1 ${response.status} ${response.statusText}`.trim(),
        headers: [...response.headers].filter(([name]) => telling.test(name)),
        body: shown ?? (cut ? `${text}…` : text),
      },
    },
  }
}

async function answered({ url, headers, body }: TokenRequestMessage) {
  const signal = AbortSignal.timeout(patience)
  try {
    // A redirect would carry the secret to another address.
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal })
    return { response, ...(await readLimited(response.body, longestAnswer)) }
  } catch (cause) {
    const what = signal.aborted ? `did not answer within ${patience / 1000} s` : 'can’t be reached'
    const message = `The tenant ${new URL(url).host} ${what}. It is not known whether it issued a token: ask again.`
    throw new AppError('unavailable', message, { cause })
  }
}
