/** An entry of the tenant's log, as far as the dashboard reads it. */
export type LogEntry = {
  log_id: string
  /** ISO 8601, by the tenant's clock. */
  date: string
  type: string
  description?: string
  client_id?: string
  client_name?: string
  user_id?: string
  user_name?: string
  ip?: string
  user_agent?: string
  audience?: string
  scope?: string | string[]
  auth0_client?: { name?: string; version?: string; env?: Record<string, string> }
  references?: { correlation_id?: string }
  details?: {
    request?: {
      method?: string
      path?: string
      correlation_id?: string
      userAgent?: string
      auth?: { user?: { name?: string; email?: string; user_id?: string } }
    }
    response?: { statusCode?: number; body?: Record<string, unknown> }
    [other: string]: unknown
  }
}

/** Each entry once, in the order of the log, which their ids sort by. */
export function inOrder(entries: LogEntry[]): LogEntry[] {
  const byId = new Map(entries.map((entry) => [entry.log_id, entry]))
  return [...byId.keys()].toSorted().flatMap((id) => byId.get(id) ?? [])
}
