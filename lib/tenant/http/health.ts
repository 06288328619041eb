import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { freshFor } from '../fresh.ts'
import { log } from '../log.ts'
import { sendJson } from '../oidc/send-json.ts'
import type { Storage } from '../storage/storage.ts'

/** Why a process should not be sent requests; undefined when it should. */
export type Readiness = () => Promise<Unready | undefined>
type Unready = 'starting' | 'draining' | 'storage'

const patienceMs = 1000
/** Monitors come often and from many places; the storage is asked once for all of them. */
const freshForMs = 500

/** Ready when the storage hands over the tenant's keys, readable, within a second. */
export function storageReadiness({ signingKeys }: Storage): Readiness {
  const ask = freshFor(freshForMs, () => signingKeys.list())
  return async () => {
    try {
      const keys = await Promise.race([ask(), pause(patienceMs, undefined, { ref: false })])
      if (keys?.length) return undefined
      log.error(keys ? 'the storage has no signing keys' : 'the storage did not answer within a second')
    } catch (error) {
      log.error({ err: error }, 'the storage does not answer')
    }
    return 'storage'
  }
}

export const isHealth = ({ url = '', method = '' }: IncomingMessage) =>
  /^\/health(\/live|\/ready)?(\?|$)/.test(url) && (method === 'GET' || method === 'HEAD')

/** `/health/live`: the process answers. `/health` and `/health/ready`: and it can do its work, else 503. */
export async function sendHealth(request: IncomingMessage, response: ServerResponse, readiness: Readiness) {
  const isLive = request.url?.startsWith('/health/live')
  const reason = isLive ? undefined : await readiness()
  const body = reason ? { status: 'unavailable', reason } : { status: 'ok' }
  sendJson(response, { status: reason ? 503 : 200, body, headers: {} })
}
