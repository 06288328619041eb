import { useState } from 'react'
import type { AccessState } from './access'
import type { SerialWrites } from './serial-writes'

type RowWrites = Map<string, SerialWrites<AccessState>>

/** The writes of each row, alive as long as this reading of the page is; `read` begins those of another one. */
export function useKeptWrites(reading: string, read: () => RowWrites): RowWrites {
  const [kept, keep] = useState(() => ({ reading, writes: read() }))
  if (kept.reading === reading) return kept.writes
  const next = { reading, writes: read() }
  keep(next)
  return next.writes
}
