import { randomBytes } from 'node:crypto'
import type { StoredUser, UserStore } from '../storage/people.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { Throttle } from './throttle.ts'

export type SignIn =
  | { outcome: 'right'; user: StoredUser }
  | { outcome: 'blocked'; user: StoredUser }
  | { outcome: 'wrong' }
  /** After too many failures; `retryAfter` is in seconds. */
  | { outcome: 'waiting'; retryAfter: number }
export type Authenticate = (email: string, password: string, address: string) => Promise<SignIn>

/**
 * Checks an email address and password. An unknown address costs the same time as a wrong password, and ten failures
 * from one network address for one account close the door for the rest of five minutes.
 */
export function authentication(users: UserStore): Authenticate {
  const throttle = new Throttle({ limit: 10, windowMs: 5 * 60_000, capacity: 10_000 })
  const nobody = hashPassword(randomBytes(16).toString('hex'))

  return async (email, password, address) => {
    const account = `${address} ${email.toLowerCase()}`
    const wait = throttle.take(account)
    if (wait > 0) return { outcome: 'waiting', retryAfter: Math.ceil(wait / 1000) }

    const user = await users.findByEmail(email)
    const isRight = await verifyPassword(password, user?.passwordHash ?? (await nobody))
    if (!user || !isRight) return { outcome: 'wrong' }

    throttle.clear(account)
    return { outcome: user.blocked ? 'blocked' : 'right', user }
  }
}
