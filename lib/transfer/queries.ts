import 'server-only'
import { requireAdmin } from '../session'
import type { ExportFormat } from './export-formats'
import { documentOf } from './picture'
import { readTenant } from './read-tenant'
import { readRefusals } from './refusals'
import { write } from './write/write'

/** The tenant's clients, APIs and client grants as a file, without secrets and without the dashboard's own clients. */
export async function exportTenant(format: ExportFormat) {
  await requireAdmin()
  return write(format, documentOf(await readTenant()))
}

/** What was left out when the set was imported, by place. No Management API call. */
export async function refusalsOf(setId: string) {
  await requireAdmin()
  return readRefusals(setId)
}
