import { createHash } from 'node:crypto'

/** Short enough to be kept beside every row, long enough never to be the same by chance. */
export const digestOf = (content: unknown) =>
  createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22)
