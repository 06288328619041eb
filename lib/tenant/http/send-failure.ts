import type { ServerResponse } from 'node:http'
import { log } from '../log.ts'

/** What nobody expected: noted in full in the log, and told the caller without any detail. */
export function sendFailure(response: ServerResponse, error: unknown) {
  log.error({ err: error }, 'the request failed')
  if (response.headersSent) return response.destroy()
  response.writeHead(500, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(JSON.stringify({ error: 'server_error', error_description: 'The tenant failed to answer' }))
}
