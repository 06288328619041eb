import type { Handler } from '../http/new-server.ts'
import { sendJson } from '../oidc/send-json.ts'
import type { Tenant } from '../tenant.ts'
import { limitReached, noteLimitReached } from './limit-event.ts'
import { limiter, rateLimitHeaders } from './limiter.ts'
import type { Limit } from './rate-limits.ts'

const body = {
  error: 'too_many_requests',
  error_description: limitReached,
  error_uri: 'https://auth0.com/docs/policies/rate-limits',
}

/** Counts requests for tokens, whoever makes them, before `answer` sees them; refuses with 429 beyond the limit. */
export function withTokenLimit(tenant: Tenant, limits: Limit[], answer: Handler): Handler {
  if (limits.length === 0) return answer
  const take = limiter(tenant.storage.counters, 'token', limits)

  return async (request, response) => {
    const isToken = request.method === 'POST' && request.url?.split('?')[0] === '/oauth/token'
    const allowance = isToken ? await take() : undefined
    if (!allowance) return answer(request, response)

    const headers = rateLimitHeaders(allowance)
    if (!allowance.isAllowed) {
      await noteLimitReached(tenant, 'token', request, {})
      return sendJson(response, { status: 429, body, headers })
    }
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    answer(request, response)
  }
}
