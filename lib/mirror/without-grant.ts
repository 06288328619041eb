import type { ExpressionBuilder, Kysely } from 'kysely'
import type { Tables } from '../dashboard-database/tables.ts'

/** Whether a client holds a grant, for whichever API. */
export const holdsGrant = ({ exists, selectFrom }: ExpressionBuilder<Tables, 'clients'>) =>
  exists(selectFrom('grants').select('grants.id').whereRef('grants.client_id', '=', 'clients.id'))

/** The clients that may use client credentials and are authorized for no API, by name, each with how many they are. */
export const machinesWithoutGrant = (db: Kysely<Tables>, except: string[]) =>
  db
    .selectFrom('clients')
    .select(({ fn }) => ['id', 'name', fn.countAll<number>().over().as('total')])
    .where('is_machine', '=', 1)
    .where('id', 'not in', ['', ...except])
    .where((eb) => eb.not(holdsGrant(eb)))
    .orderBy('sort_name')
