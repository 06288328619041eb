import { useState } from 'react'
import type { AccessState } from './access'
import { rememberedWrites } from './remembered-writes'
import type { SerialWrites } from './serial-writes'

/** The id of a row, and what begins its writes. */
type RowWrites = [row: string, create: () => SerialWrites<AccessState>]

/** The writes of each row of the list `of` something, by the row's id, alive as long as this reading of the page is. */
export function useKeptWrites(of: string, reading: string, rows: () => RowWrites[]) {
  const read = () => {
    const page = `${of} ${reading}`
    return new Map(rows().map(([row, create]) => [row, rememberedWrites(page, row, create)]))
  }
  const [kept, keep] = useState(() => ({ reading, writes: read() }))
  if (kept.reading === reading) return kept.writes
  const next = { reading, writes: read() }
  keep(next)
  return next.writes
}
