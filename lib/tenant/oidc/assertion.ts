import { createHash } from 'node:crypto'
import type { Storage } from '../storage/storage.ts'

/** What Auth0 takes for `private_key_jwt`. */
export const assertionAlgorithms = ['RS256', 'RS384', 'PS256'] as const

/** Seconds that two machines' clocks may differ. */
export const clockTolerance = 15

/** Auth0's limit in seconds, https://auth0.com/docs/get-started/authentication-and-authorization-flow/authenticate-with-private-key-jwt */
const longestLifetime = 5 * 60

/** Whether `exp` (Unix seconds) is near enough for something that is used once. */
export const isShortLived = (exp: number) => exp <= Date.now() / 1000 + longestLifetime + clockTolerance

/**
 * Whether an assertion is used for the first time, among all processes of the tenant: RFC 7523 section 3, `jti`.
 * Must be asked last, since asking uses it up.
 */
export async function isFirstUse(
  { counters }: Storage,
  { clientId, jti, exp }: { clientId: string; jti: string; exp: number },
): Promise<boolean> {
  const id = createHash('sha256')
    .update(JSON.stringify([clientId, jti]))
    .digest('base64url')
  const endsAt = Math.ceil(exp) + clockTolerance
  return (await counters.take(`assertion:${id}`, { limit: 1, endsAt })).taken
}
