import type { LogEntry } from '../token-event.ts'

/** A token, as the tenant's log tells of it. */
export const issued = (entry: Partial<LogEntry> = {}): LogEntry => ({
  type: 'seccft',
  date: '2026-11-24T13:02:00.000Z',
  client_id: 'worker',
  audience: 'urn:orders',
  scope: 'read:orders',
  ip: '10.0.0.1',
  user_agent: 'billing/1.0',
  description: 'Client Credentials for Access Token',
  ...entry,
})

/** A request that was refused because of the secret, unless `entry` says otherwise. */
export const refused = (entry: Partial<LogEntry> = {}): LogEntry => ({
  ...issued(),
  type: 'feccft',
  scope: undefined,
  description: 'Unauthorized',
  ...entry,
})
