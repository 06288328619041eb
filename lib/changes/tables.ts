import type { ColumnType, Generated } from 'kysely'
import type { ChangeKind } from './change'
import type { EventKind, Origin } from './change-set'

/** A column that most rows leave out. */
type Optional<Value> = ColumnType<Value | null, Value | null | undefined>

/** The record of changes. Append-only: the database refuses to update or delete in any of these tables. */
export type ChangeTables = {
  change_sets: {
    id: string
    at: string
    author: string
    reason: string | null
    origin: Generated<Origin>
    /** The set that this one takes back. */
    undoes: Optional<string>
  }
  /** What was carried out, or refused. */
  changes: {
    id: Generated<number>
    set_id: string
    at: string
    author: string
    kind: ChangeKind
    object: string
    subject: string
    change: string
    before: string | null
    after: string | null
    state: 'applied' | 'failed'
    reason: string | null
    /** The step of the set that it carried out; a change made at once has none. */
    step: Optional<number>
    /** The recorded change that it took back. */
    undoes: Optional<number>
  }
  /** What a set is to do. The last row of a slot counts; one without a change takes the slot out. */
  change_set_steps: {
    id: Generated<number>
    set_id: string
    slot: string
    at: string
    author: string
    change: string | null
    undoes: number | null
  }
  /** What became of a set, or of one of its steps. */
  change_set_events: {
    id: Generated<number>
    set_id: string
    step: number | null
    kind: EventKind
    at: string
    author: string | null
    said: string | null
  }
  /** What the tenant's own log says of the calls of a set: the entries with its id as correlation id. */
  change_set_log_entries: {
    log_id: string
    set_id: string
    /** By the tenant's clock. */
    at: string
    /** "Create a client grant" */
    description: string
    method: string
    path: string
    /** 0 where the log doesn't tell. */
    status: number
  }
}
