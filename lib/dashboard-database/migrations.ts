import { createChangeSetLog, createChangeSets, createChanges } from '../changes/migrations.ts'
import type { Migrations } from '../database/migrate.ts'
import { createFindings } from '../findings/migrations.ts'
import { countMirrorWrites, createMirror } from '../mirror/migrations.ts'
import { createObservations } from '../observations/migrations.ts'
import { createImportRefusals } from '../transfer/migrations.ts'
import { createLeases } from './lease.ts'

/** The schema's history, for both dialects. Never edit a migration that was released: add the next one. */
export const migrations: Migrations = {
  '001_changes': { up: createChanges },
  '002_leases': { up: createLeases },
  '003_mirror': { up: createMirror },
  '004_observations': { up: createObservations },
  '005_change_sets': { up: createChangeSets },
  '006_findings': { up: createFindings },
  '007_change_set_log': { up: createChangeSetLog },
  '008_import_refusals': { up: createImportRefusals },
  '009_mirror_writes': { up: countMirrorWrites },
}
