// A program of its own: `node fold-process.ts DATA_DIR DATABASE_URL`. Follows a log to its end, and says after each batch that it is folded.
import { openDashboardDatabase } from '../../dashboard-database/open.ts'
import { foldNumbered } from './numbered-log.ts'

const [DATA_DIR = '', DATABASE_URL] = process.argv.slice(2)
const db = await openDashboardDatabase({ DATA_DIR, DATABASE_URL: DATABASE_URL || undefined })
while (await foldNumbered(db)) process.send?.('folded')
await db.destroy()
process.disconnect?.()
