/** What an API's or a client's requests came to within an hour or a day. */
type Counts = { client_id: string; audience: string; issued: number; refused: number }

/**
 * What was seen of token requests. Times are the tenant's, ISO 8601 in UTC. An `audience` of '' is a request that
 * named no API the tenant has; a `client_id` of '' sums up whoever is no client of it.
 */
export type ObservationTables = {
  observed_tokens: {
    client_id: string
    audience: string
    first_at: string
    last_at: string
    /** Of the last token. */
    last_scope: string
    issued: number
  }
  /** `hour` counts from 1970. */
  observed_hours: Counts & { hour: number }
  /** `day` counts from 1970. */
  observed_days: Counts & { day: number }
  observed_callers: {
    client_id: string
    ip: string
    user_agent: string
    /** Name and version, as its SDK says. */
    sdk: string
    first_at: string
    last_at: string
    issued: number
    refused: number
    /** Null when it was never given a token. */
    last_issued_at: string | null
    last_refused_at: string | null
  }
  observed_failures: {
    client_id: string
    audience: string
    reason: string
    /** What the tenant said the last time. */
    said: string
    first_at: string
    last_at: string
    count: number
  }
  observed_secrets: { client_id: string; set_at: string }
  /** Failures of those who named no client of the tenant. */
  observed_strangers: {
    /** What it said it was. */
    client_id: string
    reason: string
    ip: string
    said: string
    first_at: string
    last_at: string
    count: number
  }
}
