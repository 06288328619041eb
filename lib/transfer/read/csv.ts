import { counted } from '../../counted'
import { emptyDocument, type GrantItem, type Problem, type Reading } from '../document'
import { unguarded } from '../formula-guard'
import { type ColumnName, type Columns, readHeader, withoutHeader } from './csv-columns'
import { type CsvRecord, csvRecords } from './csv-records'

/**
 * Reads client grants from CSV: a client, an API and scopes a line. The first line may name the columns; the
 * separator is the one it has most of. Lines for the same client and API add up; one that adds nothing is told.
 */
export function readCsv(text: string): Reading {
  const normal = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')
  const { records, unreadable } = csvRecords(normal, separatorOf(normal))
  const problems: Problem[] = [...unreadable]
  const document = emptyDocument()
  const { columns, rows } = withColumns(records)
  const told = new Map<string, GrantItem[]>()

  for (const row of rows) {
    const grant = readRow(row, columns)
    if (typeof grant === 'string') {
      problems.push({ at: { line: row.line }, message: grant })
      continue
    }
    const key = JSON.stringify([grant.client.id, grant.client.name, grant.audience])
    const earlier = told.get(key) ?? []
    const same = earlier.find((other) => includes(other, grant))
    if (same) problems.push({ at: grant.at, message: `Line ${same.at.line} says this already.` })
    else document.grants.push(grant)
    told.set(key, [...earlier, grant])
  }
  return { document, problems: problems.toSorted((one, other) => one.at.line - other.at.line) }
}

function separatorOf(text: string) {
  const first = text.split('\n').find((line) => line.trim() !== '') ?? ''
  const bare = first.replaceAll(/"[^"]*"/g, '')
  const count = (separator: string) => bare.split(separator).length
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best))
}

function withColumns(records: CsvRecord[]): { columns: Columns; rows: CsvRecord[] } {
  const header = records[0] && readHeader(records[0].fields)
  return header ? { columns: header, rows: records.slice(1) } : { columns: withoutHeader, rows: records }
}

/** The grant, or why there is none. */
function readRow({ line, fields }: CsvRecord, columns: Columns): GrantItem | string {
  const cell = (column: ColumnName) => unguarded(fields[columns[column] ?? -1] ?? '')
  const id = cell('clientId')
  const name = cell('client') || id
  if (!name) return 'No client is named.'
  const audience = cell('audience') || cell('api')
  if (!audience) return 'No API is named.'
  const allScopes = readSwitch(cell('allScopes'))
  if (allScopes === undefined) return 'The column “all scopes” takes yes or no.'
  const scope = [...new Set(cell('scopes').split(/\s+/).filter(Boolean))]
  if (allScopes && scope.length > 0) return 'It says all scopes and lists some. Leave out one of the two.'
  if (columns.scopes === undefined && !allScopes) return 'No column says which scopes.'
  if (fields.length <= (columns.scopes ?? 0) && !allScopes)
    return `It has ${counted(fields.length, 'field')} and none for the scopes.`
  return {
    id: cell('grantId') || undefined,
    client: id ? { id, name } : { name },
    audience,
    access: { scope, allScopes },
    at: { line },
  }
}

function readSwitch(said: string) {
  if (/^(yes|true|1|x|all)$/i.test(said)) return true
  return /^(no|false|0|-)?$/i.test(said) ? false : undefined
}

const includes = ({ access: one }: GrantItem, { access: other }: GrantItem) =>
  one.allScopes === other.allScopes && other.scope.every((scope) => one.scope.includes(scope))
