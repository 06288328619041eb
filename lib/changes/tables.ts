import type { Generated } from 'kysely'
import type { ChangeKind } from './change'

/** The record of changes. */
export type ChangeTables = {
  change_sets: { id: string; at: string; author: string; reason: string | null }
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
  }
}
