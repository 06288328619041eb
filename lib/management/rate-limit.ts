/**
 * Milliseconds until the tenant takes calls again, as far as a 429 says so: Retry-After in seconds, or else
 * X-RateLimit-Reset in Unix seconds. https://auth0.com/docs/troubleshoot/customer-support/operational-policies/rate-limit-policy
 */
export function untilNextCall(headers: Headers, now = Date.now()): number | undefined {
  const seconds = Number(headers.get('retry-after'))
  if (seconds > 0) return seconds * 1000
  const reset = Number(headers.get('x-ratelimit-reset')) * 1000
  return reset > now ? reset - now : undefined
}
