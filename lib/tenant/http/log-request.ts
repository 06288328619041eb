import type { IncomingMessage, ServerResponse } from 'node:http'
import { log } from '../log.ts'
import { isHealth } from './health.ts'

/** As much of an `X-Correlation-ID` as Auth0 keeps. */
const longestCorrelationId = 64

/** Method, path and outcome; never a query string, another header or a body, which may carry secrets. */
export function logWhenDone(request: IncomingMessage, response: ServerResponse) {
  const { method, url, headers } = request
  const startedAt = performance.now()
  response.once('close', () => {
    const ms = Math.round(performance.now() - startedAt)
    const correlationId = headers['x-correlation-id']?.slice(0, longestCorrelationId)
    const line = { method, path: url?.split('?')[0], status: response.statusCode, ms, correlationId }
    if (isHealth(request)) log.debug(line, 'request')
    else if (response.writableFinished) log.info(line, 'request')
    else log.info({ ...line, aborted: true }, 'request')
  })
}
