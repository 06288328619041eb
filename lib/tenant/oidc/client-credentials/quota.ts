import { eventOf } from '../../event.ts'
import type { Exchange, NewLog, StoredClient } from '../../storage/storage.ts'
import type { Tenant } from '../../tenant.ts'
import { Refusal } from '../refusal.ts'
import type { Attempt } from './attempt.ts'
import { type Spent, spendQuota } from './spend-quota.ts'

const warnAt = [100, 80, 60]

/**
 * Takes a token from the client's quota and tells the client, with the answer, what is left of it. Throws a Refusal
 * (429) when nothing is. Does nothing for a client without a quota.
 */
export async function takeQuota(attempt: Attempt, found: Exchange, tenant: Tenant): Promise<void> {
  const spent = await spendQuota(tenant.storage, found)
  if (!spent.length) return

  attempt.headers['Auth0-Client-Quota-Limit'] = spent.map(quotaText).join(',')
  const [full] = spent.filter(({ isFull }) => isFull).sort((a, b) => b.endsAt - a.endsAt)
  if (full) throw exceeded(full)
  for (const bucket of spent) {
    const percentage = warnAt.find((percent) => bucket.used === Math.ceil((bucket.quota * percent) / 100))
    if (percentage) tenant.events.note(warning(bucket, percentage, found.client, attempt, tenant))
  }
}

/** Bucket, quota, remaining tokens, and the seconds until all of them are there again. */
const quotaText = ({ name, quota, used, endsAt }: Spent) =>
  `b=${name};q=${quota};r=${Math.max(0, quota - used)};t=${secondsTo(endsAt)}`

const secondsTo = (endsAt: number) => Math.max(1, Math.ceil(endsAt - Date.now() / 1000))

const exceeded = ({ quota, endsAt }: Spent) =>
  new Refusal({
    status: 429,
    error: 'too_many_requests',
    description: 'Client quota exceeded',
    headers: {
      'X-RateLimit-Limit': String(quota),
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Reset': String(endsAt),
      'Retry-After': String(secondsTo(endsAt)),
    },
  })

/** For the one token that makes a bucket reach 60, 80 or 100 percent. */
const warning = (
  { name, quota, used }: Spent,
  percentage: number,
  { client_id, name: client_name }: StoredClient,
  { request }: Attempt,
  tenant: Tenant,
): NewLog =>
  eventOf(request, tenant, {
    type: 'token_quota_consumption_warning',
    description: `${percentage}% of the ${name} token quota is used`,
    client_id,
    client_name,
    details: {
      bucket: name,
      entity_type: 'client',
      entity_id: client_id,
      quota,
      quota_consumption_percentage: percentage,
      quota_consumption: used,
    },
  })
