import type { SecretVariable } from './language.ts'

/** A line of an `.env` file that a POSIX shell reads back as exactly this secret. */
export const envLine = (variable: SecretVariable, secret: string) =>
  `${variable}='${secret.replaceAll("'", `'\\''`)}'`
