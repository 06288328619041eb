import type { IncomingMessage, ServerResponse } from 'node:http'
import { ManagementError } from '../management/errors.ts'
import type { Tenant } from '../tenant.ts'
import { limitReached, noteLimitReached } from './limit-event.ts'
import { limiter, rateLimitHeaders } from './limiter.ts'
import type { Limit } from './rate-limits.ts'

/**
 * Counts a call of the Management API and puts what is left into its answer. Throws Auth0's 429 when nothing is.
 * Who has no valid token is not counted: a stranger can't use up what the tenant's clients are allowed.
 */
export function managementLimit(tenant: Tenant, limits: Limit[]) {
  const take = limiter(tenant.storage.counters, 'management', limits)

  return async (request: IncomingMessage, response: ServerResponse, clientId: string | undefined) => {
    const allowance = await take()
    if (!allowance) return
    for (const [name, value] of Object.entries(rateLimitHeaders(allowance))) response.setHeader(name, value)
    if (allowance.isAllowed) return
    await noteLimitReached(tenant, 'management', request, { client_id: clientId })
    throw new ManagementError(429, limitReached, 'too_many_requests')
  }
}
