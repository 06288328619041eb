import 'server-only'
import { requireAdmin } from '../session'
import type { ExportFormat } from './export-formats'
import { documentOf } from './picture'
import { readTenant } from './read-tenant'
import { write } from './write/write'

/** The tenant's clients, APIs and client grants as a file, without secrets and without the dashboard's own clients. */
export async function exportTenant(format: ExportFormat) {
  await requireAdmin()
  return write(format, documentOf(await readTenant()))
}
