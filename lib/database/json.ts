import { type Kysely, type RawBuilder, sql } from 'kysely'
import { isPostgres } from './postgres.ts'

/** The text that a column with a JSON object holds under `key`; null where there is none. */
export const jsonText = <Tables>(
  db: Kysely<Tables>,
  column: string,
  key: string,
): RawBuilder<string | null> =>
  isPostgres(db)
    ? sql`${sql.ref(column)}::jsonb ->> ${sql.lit(key)}`
    : sql`json_extract(${sql.ref(column)}, ${sql.lit(`$.${key}`)})`

/** Whether any text within a column of JSON, names of its fields apart, is like the pattern in small letters. */
export const anyTextLike = <Tables>(
  db: Kysely<Tables>,
  column: string,
  pattern: string,
): RawBuilder<boolean> =>
  isPostgres(db)
    ? sql`exists (
        select 1 from jsonb_path_query(${sql.ref(column)}::jsonb, '$.** ? (@.type() == "string")') as held
        where lower(held #>> '{}') like ${pattern} escape '\\')`
    : sql`exists (
        select 1 from json_tree(${sql.ref(column)}) as held
        where held.type = 'text' and lower(held.value) like ${pattern} escape '\\')`
