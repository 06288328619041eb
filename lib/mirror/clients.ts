import 'server-only'
import type { Selectable } from 'kysely'
import { type AuthMethod, type Client, protection } from '../clients/client'
import { ownClients } from '../clients/own-clients'
import { dashboardDatabase } from '../dashboard-database/database'
import type { MirrorViews } from './tables'

export type MirroredClient = Client & {
  /** How many APIs it may call. */
  apiCount: number
}

/** The client as it was when it was last read; undefined when there is none. */
export async function mirroredClient(id: string): Promise<Client | undefined> {
  const db = await dashboardDatabase()
  const row = await db.selectFrom('clients').selectAll().where('id', '=', id).executeTakeFirst()
  return row && clientOf(row)
}

/** Names by id, of those of these clients that there are. */
export async function mirroredClientNames(ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const db = await dashboardDatabase()
  const rows = await db.selectFrom('clients').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** A client as its noun, from its row. */
export function clientOf(row: Selectable<MirrorViews['clients']>): Client {
  const { id, name, description, type } = row
  return {
    id,
    name,
    description,
    type,
    grantTypes: row.grant_types.split(' ').filter(Boolean),
    authMethod: row.auth_method as AuthMethod, // written from a Client
    protectedBecause: protection(id, ownClients()),
  }
}

/** The clients that may use client credentials by name, at most `most`; for what is done to all of them. */
export async function mirroredMachines(most: number): Promise<{ id: string; name: string }[]> {
  const db = await dashboardDatabase()
  return db
    .selectFrom('clients')
    .select(['id', 'name'])
    .where('is_machine', '=', 1)
    .orderBy('sort_name')
    .orderBy('id')
    .limit(most)
    .execute()
}
