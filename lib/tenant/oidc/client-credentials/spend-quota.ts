import type { Exchange, Storage } from '../../storage/storage.ts'

type Bucket = { name: 'per_hour' | 'per_day'; key: string; quota: number; endsAt: number }
/** A bucket after a token was counted, or not counted because it was full. */
export type Spent = Bucket & { used: number; isFull: boolean }

const windows = [
  { name: 'per_hour', unit: 'hour', seconds: 3600 },
  { name: 'per_day', unit: 'day', seconds: 86_400 },
] as const

/**
 * Counts a token against the client's quota, or the tenant's for all clients: in hours and days of UTC, together with
 * all other processes. A token that does not fit into one bucket is counted in none. Empty when there is no quota.
 * https://auth0.com/docs/fine-grained-m2m-token-quotas
 */
export async function spendQuota(storage: Storage, { client, settings }: Exchange): Promise<Spent[]> {
  const quota = (client.token_quota ?? settings.default_token_quota?.clients)?.client_credentials
  if (!quota) return []

  const now = Math.floor(Date.now() / 1000)
  const buckets = windows.flatMap(({ name, unit, seconds }): Bucket[] => {
    const limit = quota[name]
    const endsAt = now - (now % seconds) + seconds
    return limit ? [{ name, key: `quota:${client.client_id}:${unit}`, quota: limit, endsAt }] : []
  })
  return count(storage, buckets, quota.enforce ?? true)
}

class Full extends Error {
  readonly buckets: Spent[]

  constructor(buckets: Spent[]) {
    super('A bucket is full')
    this.buckets = buckets
  }
}

async function count(storage: Storage, buckets: Bucket[], isEnforced: boolean): Promise<Spent[]> {
  try {
    return await storage.transaction(async ({ counters }) => {
      const spent: Spent[] = []
      for (const bucket of buckets) {
        const limit = isEnforced ? bucket.quota : Number.MAX_SAFE_INTEGER
        const { used, taken } = await counters.take(bucket.key, { limit, endsAt: bucket.endsAt })
        spent.push({ ...bucket, used, isFull: !taken })
      }
      if (spent.some(({ isFull }) => isFull)) throw new Full(spent)
      return spent
    })
  } catch (error) {
    if (!(error instanceof Full)) throw error
    return error.buckets.map((bucket) => (bucket.isFull ? bucket : { ...bucket, used: bucket.used - 1 }))
  }
}
