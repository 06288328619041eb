import type { Generated, Selectable } from 'kysely'

/** Times are ISO 8601 in UTC and absent where the tenant gives none; flags are 0 or 1, absent lists are empty. */
type ClientColumns = {
  id: string
  name: string
  description: string
  /** Auth0's `app_type`; empty for none. */
  type: string
  /** Separated by spaces. */
  grant_types: string
  /** Whether it may use the client credentials grant at all. */
  is_machine: number
  auth_method: string
  is_first_party: number
  /** `client_metadata` as JSON. */
  metadata: string
  /** The quota as the tenant wrote it, as JSON. */
  token_quota: string | null
  created_at: string | null
  updated_at: string | null
}

type ApiColumns = {
  id: string
  /** The `audience` of its tokens. */
  identifier: string
  name: string
  signing_alg: string
  /** Seconds. */
  token_lifetime: number
  is_system: number
  /** `subject_type_authorization.client.policy` */
  client_policy: string | null
  token_dialect: string
  enforce_policies: number
  scope_count: number
}

type ApiScopeColumns = {
  api_id: string
  /** The identifier of the API. */
  audience: string
  value: string
  description: string
  /** From 0, in the tenant's order. */
  position: number
}

type GrantColumns = {
  id: string
  /** Empty for a default grant, which belongs to no client in particular. */
  client_id: string
  audience: string
  /** In the tenant's order, separated by spaces; empty with `all_scopes`. */
  scope: string
  scope_count: number
  all_scopes: number
  is_system: number
  organization_usage: string | null
}

type GrantScopeColumns = { grant_id: string; client_id: string; audience: string; scope: string }

/** What lists are sorted and searched by: see `fold.ts`. */
type Folded = { sort_name: string; search_text: string }
/** Tells whether two rows say the same, but for what changes by itself. */
type Digest = { digest: string }
type Generation = { generation: number }

/** What the tenant holds, as far as it was read; the current generation of the tables below. Only to be read. */
export type MirrorViews = {
  clients: ClientColumns & Folded & Digest
  apis: ApiColumns & Folded & Digest
  api_scopes: ApiScopeColumns
  grants: GrantColumns & Digest
  grant_scopes: GrantScopeColumns
}

/** A full synchronization builds a generation of its own, which replaces the one that is shown all at once. */
type GenerationTables = {
  [Name in keyof MirrorViews as `mirror_${Name}`]: Generation & MirrorViews[Name]
}

export type MirrorTables = MirrorViews &
  GenerationTables & {
    /** One row, once they were read. */
    mirror_settings: {
      id: 1
      friendly_name: string
      default_audience: string
      apis_enabled: number
      token_quota: string | null
    }
    mirror_state: StateColumns
    /** Writes of our own, so that nothing older overwrites what they came to. */
    mirror_own_writes: {
      id: string
      /** What the tenant's log knows it by. */
      correlation_id: string
      /** "clients", or "clients <id>": what the call names. */
      object: string
      /** ISO 8601, UTC. */
      begun_at: string
      /** The value of `mirror_state.own_writes` when it was last heard of. */
      mark: number
      is_done: number
    }
    /** Entries of the tenant's log after the cursor that were handled already. */
    mirror_log_seen: { log_id: string; date: string }
  }

/** How far the mirror is; one row. Times are by our own clock, for people to read and never to decide by. */
type StateColumns = {
  id: 1
  /** The address of the tenant; another one begins anew. */
  tenant: string
  /** The generation that is shown. 0 before the first synchronization. */
  generation: number
  /** The generation a full synchronization is writing. During the first one it is the one that is shown. */
  building: number | null
  /** Why a full synchronization runs or is due; null for none. */
  due_because: string | null
  /** Since when, what it reads next (`clients`, `apis`, `grants`, `settings`, `compare`) and from where on in the tenant's list. */
  building_since: string | null
  building_step: string | null
  checkpoint: string | null
  /** How many objects it has read so far, and how many there are, as far as that is known. */
  read_count: number
  expected_count: number | null
  /** When the last full synchronization was complete. */
  synchronized_at: string | null
  /** What is shown is what the tenant held at this time. */
  as_of: string | null
  /** How often the tenant was looked at. */
  looks: Generated<number>
  /** As often as somebody wants it to be looked at; more than `looks` while they wait. */
  looks_wanted: Generated<number>
  unreachable_since: string | null
  unreachable_because: string | null
  /** The entry of the tenant's log after which reading goes on, and its own date. */
  log_cursor: string | null
  log_cursor_date: string | null
  /** Since when every entry was seen: what wasn't observed since then didn't happen. Null before the first look. */
  log_complete_since: string | null
  /** Why entries before that are missing: in words, null when none are. */
  log_gap: string | null
  /** Why the log tells nothing, so that the tenant is read in full from time to time. */
  log_unusable: string | null
  /** Counts what the dashboard wrote itself. */
  own_writes: number
  /** Counts all writes to the tables of generations: while it stands, so does what was made of what is shown. */
  writes: Generated<number>
}

export type MirrorState = Selectable<StateColumns>
