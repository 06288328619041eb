import { type Expression, expressionBuilder } from 'kysely'
import type { Tables } from '../dashboard-database/tables'

/** A client's id and an API's identifier: a column of the list, or the one that it is about. */
export type Pair = { client: Expression<string>; audience: Expression<string> }

const grantsBetween = ({ client, audience }: Pair) =>
  expressionBuilder<Tables, never>()
    .selectFrom('grants')
    .where('grants.client_id', '=', client)
    .where('grants.audience', '=', audience)

/**
 * The id of the client's grant for the API, null for none. Not the smallest of them: SQLite would look for it through
 * all grants in the order of their ids.
 */
export const grantIdBetween = (pair: Pair) => grantsBetween(pair).select('grants.id').limit(1)

/** How many scopes the grant allows, null for none: all that the API defines where it is for all of them. */
export const scopeCountBetween = (pair: Pair) =>
  grantsBetween(pair)
    .innerJoin('apis as granted', 'granted.identifier', 'grants.audience')
    .select(({ fn, eb }) =>
      fn
        .max<number>(
          eb
            .case()
            .when('grants.all_scopes', '=', 1)
            .then(eb.ref('granted.scope_count'))
            .else(eb.ref('grants.scope_count'))
            .end(),
        )
        .as('scope_count'),
    )
