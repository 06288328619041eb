import type { Cipher } from './cipher.ts'

type Columns = { document: string; secrets: string | null }

/** How objects of one kind become JSON columns and back, their secret properties encrypted apart. */
export type Documents<T> = {
  write(value: T): Columns
  read(row: Columns): T
}

/**
 * `keyOf` names the property that identifies an object (it binds the secrets to their row), `secret` the
 * properties that are encrypted. Undefined properties are dropped, null ones kept.
 */
export function documents<T extends object>(
  cipher: Cipher,
  kind: string,
  keyOf: keyof T & string,
  secret: (keyof T & string)[],
): Documents<T> {
  const owner = (value: T) => `${kind}:${String(value[keyOf])}`
  return {
    write(value) {
      const entries = Object.entries(value).filter(([, content]) => content !== undefined)
      const hidden = entries.filter(([key]) => secret.some((name) => name === key))
      const shown = entries.filter(([key]) => !secret.some((name) => name === key))
      return {
        document: JSON.stringify(Object.fromEntries(shown)),
        secrets: hidden.length ? cipher.seal(JSON.stringify(Object.fromEntries(hidden)), owner(value)) : null,
      }
    },
    read({ document, secrets }) {
      const value: T = JSON.parse(document)
      return secrets === null ? value : { ...value, ...JSON.parse(cipher.open(secrets, owner(value))) }
    },
  }
}
