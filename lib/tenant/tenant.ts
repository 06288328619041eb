import type { EventLog } from './event-log.ts'
import type { Storage } from './storage/storage.ts'

/** A running tenant: its public address and everything it remembers. */
export type Tenant = {
  /** With a trailing slash, exactly what tokens carry as `iss`: `http://localhost:4000/`. */
  issuer: string
  storage: Storage
  events: EventLog
  /** Signs cookies and throttling keys; 32 bytes or more, stable across restarts. */
  cookieKeys: string[]
}

/** The audience of the tenant's own Management API. Auth0's SDKs ask for the https form whatever the scheme. */
export const managementAudience = (issuer: string) => new URL('api/v2/', issuer).href

/** The tenant's name as Auth0 gives it: the first label of its domain. */
export const tenantName = ({ issuer }: Pick<Tenant, 'issuer'>) =>
  new URL(issuer).hostname.split('.')[0] ?? 'tenant'
