import type { Generated } from 'kysely'

/** What of an import could not be taken, beside the change set that was made of the rest. Append-only. */
export type TransferTables = {
  import_refusals: {
    id: Generated<number>
    set_id: string
    /** Empty for a document that is one file. */
    file: string
    line: number
    /** What stands there; empty where that could not be read. */
    subject: string
    says: string
  }
}
