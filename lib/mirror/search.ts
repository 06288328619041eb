import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import { folded } from './fold'

const mostWords = 8

/** What is looked for, word by word, as texts are folded for searching. */
export const wordsOf = (text: string): string[] =>
  folded(text).split(/\s+/).filter(Boolean).slice(0, mostWords)

/** Whether a column has the word anywhere in it; what LIKE takes for wildcards is taken for itself. */
export const contains = (column: Expression<unknown>, word: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`${column} like ${`%${word.replace(/[%_\\]/g, '\\$&')}%`} escape '\\'`

/**
 * The scopes that clients hold and that have the word in them. Many hold the same few, so each is read once: the
 * index is stepped through from one to the next.
 */
export const heldScopesWith = (word: string) =>
  sql<string>`(
    with recursive held(scope) as (
      select min(scope) from grant_scopes
      union all
      select (select min(scope) from grant_scopes where scope > held.scope) from held where scope is not null
    )
    select scope from held where ${contains(sql.ref('scope'), word)}
  )`
