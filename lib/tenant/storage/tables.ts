import type { Generated } from 'kysely'

/** A row whose object is kept as JSON; what must not be read from the disk is in `secrets`, encrypted. */
type Document = {
  /** Counts up as rows are created: the order of every list. */
  seq: Generated<number>
  document: string
  secrets: string | null
}

/** Beside the documents only what is searched for or must be unique. Flags are 0 or 1 in every dialect. */
export type Tables = {
  clients: Document & {
    client_id: string
    is_global: number
    is_first_party: number
    app_type: string | null
  }
  client_aliases: { alias: string; client_id: string }
  client_credentials: Document & { id: string; client_id: string }
  resource_servers: Document & { id: string; identifier: string }
  client_grants: Document & {
    id: string
    client_id: string | null
    audience: string
    subject_type: string
    default_for: string | null
    allow_any_organization: number
  }
  signing_keys: Document & { kid: string }
  /** Email address and name in lower case. */
  users: Document & { user_id: string; email: string; name: string }
  roles: Document & { id: string; name: string }
  user_roles: { user_id: string; role_id: string }
  role_permissions: { seq: Generated<number>; role_id: string; audience: string; scope: string }
  settings: { id: string; document: string }
  artifacts: {
    model: string
    id: string
    payload: string
    expires_at: number | null
    uid: string | null
    user_code: string | null
    grant_id: string | null
    account_id: string | null
  }
  logs: {
    seq: Generated<number>
    /** ISO 8601 in UTC, which sorts as text. */
    date: string
    type: string
    client_id: string | null
    user_id: string | null
    document: string
  }
  counters: { key: string; ends_at: number; used: number }
}
