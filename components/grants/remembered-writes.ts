import type { AccessState } from './access'
import type { SerialWrites } from './serial-writes'

const pages = new Map<string, Map<string, SerialWrites<AccessState>>>()
const keptPages = 20

/**
 * The writes of a row on one reading of the page. Going back shows that reading again from the router's
 * cache, and what was changed on it must still be there; a new reading starts afresh. Nothing is kept on the server.
 */
export function rememberedWrites(page: string, row: string, create: () => SerialWrites<AccessState>) {
  if (typeof window === 'undefined') return create()
  const writes = pages.get(page) ?? new Map<string, SerialWrites<AccessState>>()
  pages.delete(page)
  pages.set(page, writes)
  for (const oldest of [...pages.keys()].slice(0, -keptPages)) pages.delete(oldest)
  const known = writes.get(row) ?? create()
  writes.set(row, known)
  return known
}
