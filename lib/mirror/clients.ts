import 'server-only'
import type { Selectable } from 'kysely'
import { type AuthMethod, type Client, protection } from '../clients/client'
import { ownClients } from '../clients/own-clients'
import { dashboardDatabase } from '../dashboard-database/database'
import type { MirrorViews } from './tables'

type Window = { skip: number; take: number }
export type MirroredClient = Client & { /** How many APIs it may call. */ apiCount: number }

/** Clients by name, of one type or all, and how many there are. */
export async function mirroredClients({ skip, take }: Window, type?: string) {
  const db = await dashboardDatabase()
  const matching = type ? db.selectFrom('clients').where('type', '=', type) : db.selectFrom('clients')
  const [rows, { total }] = await Promise.all([
    matching
      .selectAll('clients')
      .select(({ selectFrom }) =>
        selectFrom('grants')
          .select(({ fn }) => fn.count<number>('audience').distinct().as('count'))
          .whereRef('grants.client_id', '=', 'clients.id')
          .as('api_count'),
      )
      .orderBy('sort_name')
      .orderBy('id')
      .offset(skip)
      .limit(take)
      .execute(),
    matching.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ])
  const clients = rows.map((row): MirroredClient => ({ ...clientOf(row), apiCount: row.api_count ?? 0 }))
  return { clients, total }
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
