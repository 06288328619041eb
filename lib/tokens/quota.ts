import type { Management } from 'auth0'

/**
 * How many tokens a client may be issued; without `enforced` the tenant only logs what is beyond.
 * https://auth0.com/docs/get-started/applications/fine-grained-m2m-token-quotas
 */
export type Quota = { perHour?: number; perDay?: number; enforced: boolean }

/** The quota, or null where there is none. */
export function toQuota(quota: Management.TokenQuota | null | undefined): Quota | null {
  const { per_hour: perHour, per_day: perDay, enforce } = quota?.client_credentials ?? {}
  return perHour || perDay ? { perHour, perDay, enforced: enforce ?? true } : null
}
