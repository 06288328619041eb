import 'server-only'
import type { Kysely } from 'kysely'
import { env } from '../env'
import { openDashboardDatabase } from './open'
import type { Tables } from './tables'

let database: Promise<Kysely<Tables>> | undefined

/** What the dashboard keeps for itself; opened on first use, since a build has no configuration. */
export function dashboardDatabase(): Promise<Kysely<Tables>> {
  database ??= openDashboardDatabase(env()).catch((error) => {
    database = undefined // a folder that is made writable, a server that is started, is tried again
    throw error
  })
  return database
}
