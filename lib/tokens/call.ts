import 'server-only'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import { env } from '../env'
import { AppError } from '../errors'
import type { CallAnswer } from './call-answer'
import { type CallableAddress, callableAddress } from './callable-address'
import { jsonObject } from './exchange'
import { type HttpMessage, prettyJson } from './http-message'
import { readLimited } from './read-limited'
import type { ApiCall } from './schema'

/** Milliseconds until the API must have answered in full. */
const patience = 10_000
const longestAnswer = 64 * 1024

/**
 * Calls an API with a token, from here: only at an origin that GRANTBOARD_TEST_CALLS names, at the address that was
 * checked, without following redirects. Throws an AppError when it may not be called or does not answer.
 */
export async function call({ url, method, token, body }: ApiCall): Promise<CallAnswer> {
  const target = new URL(url)
  if (!env().GRANTBOARD_TEST_CALLS.includes(target.origin))
    throw new AppError(
      'forbidden',
      `This server may not call ${target.origin}: GRANTBOARD_TEST_CALLS does not name it. Nothing was sent.`,
    )
  const address = await callableAddress(target.hostname)
  const start = performance.now()
  const headers = {
    authorization: `Bearer ${token}`,
    accept: 'application/json, */*',
    'user-agent': 'Grantboard',
    ...(body && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
  }
  const { response, text, cut } = await send(target, address, { method, headers, body })
  return {
    milliseconds: Math.round(performance.now() - start),
    status: response.statusCode ?? 0,
    answer: asMessage(response, text, cut),
  }
}

type Sent = { method: string; headers: Record<string, string | number>; body?: string }

async function send(target: URL, address: CallableAddress, { method, headers, body }: Sent) {
  const signal = AbortSignal.timeout(patience)
  const request = target.protocol === 'https:' ? httpsRequest : httpRequest
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      // A connection of its own, to the address that was checked: the name is not looked up again.
      request(target, { method, headers, signal, agent: false, lookup: only(address) })
        .once('response', resolve)
        .once('error', reject)
        .end(body)
    })
    const read = await readLimited(response, longestAnswer)
    response.destroy()
    return { response, ...read }
  } catch (cause) {
    const what = signal.aborted
      ? `did not answer within ${patience / 1000} s`
      : `did not answer${reason(cause)}`
    throw new AppError('unavailable', `${target.host} ${what}. It is not known whether the call arrived.`, {
      cause,
    })
  }
}

const only =
  ({ address, family }: CallableAddress): LookupFunction =>
  (_hostname, { all }, found) =>
    all ? found(null, [{ address, family }]) : found(null, address, family)

const reason = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : ''

const quiet =
  /^(?:connection|keep-alive|date|transfer-encoding|content-length|set-cookie|etag|vary|x-powered-by)$/

function asMessage(
  { statusCode, statusMessage, headers }: IncomingMessage,
  text: string,
  cut: boolean,
): HttpMessage {
  const json = cut ? undefined : jsonObject(text)
  return {
    start: `HTTP/1.1 ${statusCode} ${statusMessage}`.trim(),
    headers: Object.entries(headers).flatMap(([name, value]) =>
      quiet.test(name) ? [] : [[name, String(value)] as [string, string]],
    ),
    body: json ? prettyJson(json) : cut ? `${text}…` : text,
  }
}
