import type { Kysely, SelectQueryBuilder } from 'kysely'
import { isPostgres } from './postgres.ts'

/**
 * Keeps the rows that a query reads from being changed by others until the transaction ends. SQLite's transactions
 * are alone anyway.
 */
export const forUpdate = <Tables, From extends keyof Tables, Row>(
  trx: Kysely<Tables>,
  query: SelectQueryBuilder<Tables, From, Row>,
) => (isPostgres(trx) ? query.forUpdate() : query)

/** Like forUpdate, but several transactions may hold the same rows this way at the same time. */
export const forShare = <Tables, From extends keyof Tables, Row>(
  trx: Kysely<Tables>,
  query: SelectQueryBuilder<Tables, From, Row>,
) => (isPostgres(trx) ? query.forShare() : query)
