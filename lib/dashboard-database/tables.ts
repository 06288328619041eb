import type { ChangeTables } from '../changes/tables.ts'
import type { FindingTables } from '../findings/tables.ts'
import type { MirrorTables } from '../mirror/tables.ts'
import type { ObservationTables } from '../observations/tables.ts'
import type { TransferTables } from '../transfer/tables.ts'
import type { LeaseTables } from './lease.ts'

/** The dashboard's own database. Times are ISO 8601 in UTC where nothing else is said, documents JSON. */
export type Tables = FindingTables &
  ChangeTables &
  LeaseTables &
  MirrorTables &
  ObservationTables &
  TransferTables
