import 'server-only'
import { hostname } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { dashboardDatabase } from '../dashboard-database/database'
import { giveUpLease, holdLease } from '../dashboard-database/lease.ts'
import { env } from '../env'
import { follow } from './follow'

const lease = 'mirror'
const leaseMs = 5_000
const renewEveryMs = 1_500

/** Follows the tenant from now on, for as long as no other process does. */
export function startFollowing(): void {
  const stop = new AbortController()
  // So that whoever looks into the database sees which process it is.
  const holder = `${hostname()} ${process.pid} ${crypto.randomUUID()}`
  // Another process goes on at once and doesn't wait for the lease to run out.
  process.once('SIGTERM', () => stop.abort())
  void takeTurns(holder, stop.signal)
}

async function takeTurns(holder: string, stop: AbortSignal) {
  while (!stop.aborted) {
    try {
      const db = await dashboardDatabase()
      if (await holdLease(db, lease, holder, leaseMs)) await lead(holder, stop)
    } catch (error) {
      process.emitWarning(error instanceof Error ? error : String(error))
    }
    await pause(renewEveryMs, undefined, { signal: stop }).catch(() => undefined)
  }
}

/** Follows the tenant until told to stop or until another process has the lease. */
async function lead(holder: string, stop: AbortSignal) {
  const db = await dashboardDatabase()
  const lost = new AbortController()
  const renewal = setInterval(async () => {
    const held = await holdLease(db, lease, holder, leaseMs).catch(() => true)
    if (!held) lost.abort()
  }, renewEveryMs)
  try {
    const { AUTH0_DOMAIN, GRANTBOARD_LOOK_SECONDS } = env()
    const signal = AbortSignal.any([stop, lost.signal])
    await follow({ db, tenant: AUTH0_DOMAIN.host, intervalMs: GRANTBOARD_LOOK_SECONDS * 1000, signal })
  } finally {
    clearInterval(renewal)
    await giveUpLease(db, lease, holder)
  }
}
