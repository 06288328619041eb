const uniqueViolations = new Set<unknown>([
  1555, // SQLITE_CONSTRAINT_PRIMARYKEY
  2067, // SQLITE_CONSTRAINT_UNIQUE
  '23505', // PostgreSQL: unique_violation
])
const foreignKeyViolations = new Set<unknown>([
  787, // SQLITE_CONSTRAINT_FOREIGNKEY
  '23503', // PostgreSQL: foreign_key_violation
])

/** Whether a statement failed because a unique key is taken. */
export const isUniqueViolation = (error: unknown) => uniqueViolations.has(codeOf(error))

/** Whether a statement failed because the row it points to does not exist. */
export const isForeignKeyViolation = (error: unknown) => foreignKeyViolations.has(codeOf(error))

const refusedRows = new Set<unknown>([
  1, // SQLITE_ERROR: a column that the table has not
  20, // SQLITE_MISMATCH
  'ERR_INVALID_ARG_TYPE', // node:sqlite: not what a column can hold
])

/** Whether SQLite failed because of what is in a row, and not because of the file or the disk. */
export const isRefusedRow = (error: unknown) => {
  const code = codeOf(error)
  return refusedRows.has(code) || (typeof code === 'number' && (code & 0xff) === 19) // SQLITE_CONSTRAINT_…
}

function codeOf(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined
  return 'errcode' in error ? error.errcode : 'code' in error ? error.code : undefined
}
