/** At most so many requests in each window of so many seconds; a window begins at a multiple of its length. */
export type Limit = { requests: number; seconds: number }

/** What may be asked of each half of the tenant; every limit of a list counts, none is no limit. */
export type RateLimits = { management: Limit[]; token: Limit[] }

/**
 * Auth0's limits for free tenants and for paid ones in production.
 * https://auth0.com/docs/troubleshoot/customer-support/operational-policies/rate-limit-policy/rate-limit-configurations
 */
export const auth0RateLimits = {
  free: {
    management: [{ requests: 2, seconds: 1 }],
    token: [
      { requests: 30, seconds: 1 },
      { requests: 300, seconds: 60 },
    ],
  },
  paid: {
    management: [
      { requests: 50, seconds: 1 },
      { requests: 1000, seconds: 60 },
    ],
    token: [{ requests: 100, seconds: 1 }],
  },
} satisfies Record<string, RateLimits>
