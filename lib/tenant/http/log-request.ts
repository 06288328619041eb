import type { IncomingMessage, ServerResponse } from 'node:http'
import { log } from '../log.ts'

/** Method, path and outcome; never a query string, a header or a body, which may carry secrets. */
export function logWhenDone({ method, url }: IncomingMessage, response: ServerResponse) {
  const startedAt = performance.now()
  response.once('close', () => {
    const ms = Math.round(performance.now() - startedAt)
    log.info({ method, path: url?.split('?')[0], status: response.statusCode, ms }, 'request')
  })
}
