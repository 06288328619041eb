import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely'
import type { Tables } from '../dashboard-database/tables'
import { anyTextLike, jsonText } from '../database/json.ts'

/** What Activity is narrowed to; an absent one narrows nothing. Times are ISO 8601, UTC. */
export type ActivityFilter = {
  author?: string
  /** The client with this id. */
  clientId?: string
  api?: { id: string; identifier: string }
  /** Part of a client's name, or its whole id. */
  client?: string
  /** Part of an API's name, or its whole identifier. */
  apiText?: string
  /** A scope, to the letter. */
  scope?: string
  /** Part of a name, an identifier, a scope or a reason, in capitals or not. */
  text?: string
  from?: string
  /** Up to here, itself not included. */
  until?: string
  /** Made through this dashboard, or seen in the tenant's log. */
  where?: 'here' | 'elsewhere'
}

type Builder = ExpressionBuilder<Tables, 'changes'>

/** The conditions under which a change is one that the filter names. */
export function activityConditions(
  db: Kysely<Tables>,
  eb: Builder,
  { author, clientId, api, client, apiText, scope, text, from, until, where }: ActivityFilter,
): Expression<SqlBool>[] {
  return [
    ...(author ? [eb('author', '=', author)] : []),
    ...(clientId ? [ofClient(eb, clientId)] : []),
    ...(api ? [ofApi(eb, api.id, api.identifier)] : []),
    ...(client ? [eb.or([ofClient(eb, client), named(db, 'clientName', client)])] : []),
    ...(apiText ? [eb.or([ofApi(eb, apiText, apiText), named(db, 'apiName', apiText)])] : []),
    ...(scope ? [eb.or(documents.map((column) => like(eb, column, `"${asWritten(scope)}"`)))] : []),
    ...(text
      ? [eb.or([...searched.map((column) => contains(db, eb, column, text)), reasoned(eb, text)])]
      : []),
    ...(from ? [eb('at', '>=', from)] : []),
    ...(until ? [eb('at', '<', until)] : []),
    ...(where ? [madeWhere(eb, where)] : []),
  ]
}

const ofClient = (eb: Builder, id: string) =>
  eb.or([eb('object', '=', `client ${id}`), object(eb, `grant ${escaped(id)} %`)])

const ofApi = (eb: Builder, id: string, identifier: string) =>
  eb.or([eb('object', '=', `api ${id}`), object(eb, `grant % ${escaped(identifier)}`)])

function madeWhere(eb: Builder, where: 'here' | 'elsewhere') {
  const sets = eb
    .selectFrom('change_sets')
    .select('change_sets.id')
    .where('origin', where === 'here' ? '<>' : '=', 'elsewhere')
  return eb('set_id', 'in', sets)
}

const object = (eb: Builder, pattern: string) => sql<SqlBool>`${eb.ref('object')} like ${pattern} escape '\\'`

const named = (db: Kysely<Tables>, key: string, part: string) =>
  sql<SqlBool>`lower(${jsonText(db, 'subject', key)}) like ${`%${escaped(part.toLowerCase())}%`} escape '\\'`

const documents = ['change', 'before', 'after'] as const
const searched = ['subject', ...documents] as const

/** Looked for in the text of the document first, which is faster than in its parts. */
function contains(db: Kysely<Tables>, eb: Builder, column: (typeof searched)[number], text: string) {
  const part = text.toLowerCase()
  return eb.and([like(eb, column, asWritten(part), 'lower'), anyTextLike(db, column, `%${escaped(part)}%`)])
}

/** What a set is there for is said when it is made, or later. */
function reasoned(eb: Builder, text: string) {
  const pattern = `%${escaped(text.toLowerCase())}%`
  const said = eb
    .selectFrom('change_set_events')
    .select('change_set_events.set_id')
    .where('change_set_events.kind', '=', 'reason')
    .where(sql<SqlBool>`lower(${sql.ref('change_set_events.said')}) like ${pattern} escape '\\'`)
  const made = eb
    .selectFrom('change_sets')
    .select('change_sets.id')
    .where(sql<SqlBool>`lower(${sql.ref('change_sets.reason')}) like ${pattern} escape '\\'`)
  return eb.or([eb('set_id', 'in', said), eb('set_id', 'in', made)])
}

function like(eb: Builder, column: (typeof searched)[number], part: string, fold?: 'lower') {
  const held = fold ? sql`lower(${eb.ref(column)})` : eb.ref(column)
  return sql<SqlBool>`${held} like ${`%${escaped(part)}%`} escape '\\'`
}

/** The text as JSON writes it. */
const asWritten = (text: string) => JSON.stringify(text).slice(1, -1)

const escaped = (text: string) => text.replace(/[\\%_]/g, '\\$&')
