import type { FindingKind } from './finding'

/** What somebody looked at and put aside for a while. */
export type FindingTables = {
  snoozes: {
    kind: FindingKind
    /** What the finding is about: see `Finding`. */
    object: string
    /** In the words of the time: things are renamed and deleted later. */
    subject: string
    reason: string
    author: string
    at: string
    until: string
  }
}
