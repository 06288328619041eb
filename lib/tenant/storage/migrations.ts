import type { Migrations } from '../../database/migrate.ts'
import { createTenant } from './migrations/001-tenant.ts'
import { createLogs } from './migrations/002-logs.ts'
import { createPeople } from './migrations/003-people.ts'
import { speedUpLists } from './migrations/004-lists.ts'
import { createClientAliases } from './migrations/005-client-aliases.ts'

/** The schema's history, for both dialects. Never edit a migration that was released: add the next one. */
export const migrations: Migrations = {
  '001_tenant': { up: createTenant },
  '002_logs': { up: createLogs },
  '003_people': { up: createPeople },
  '004_lists': { up: speedUpLists },
  '005_client_aliases': { up: createClientAliases },
}
