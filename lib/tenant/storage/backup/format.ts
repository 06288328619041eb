import type { Held, Row } from './contents.ts'

/** A backup is lines of JSON: the header, a line for each row, and the end, which says that nothing is missing. */
export type Line = Header | [table: Held, row: Row] | End

export const formatName = 'grantboard-tenant-backup-1'

export type Header = {
  format: typeof formatName
  /** The names of the migrations that made the tables of these rows. */
  schema: string[]
  writtenAt: string
  /** A text sealed with the encryption key, by which it can be told whether one has that key. */
  keyCheck: string
}

/** `sha256` is of everything before this line. */
type End = { rows: number; sha256: string }
