import { CsvError, parse } from 'csv-parse/sync'
import type { Problem } from '../document'

export type CsvRecord = { line: number; fields: string[] }

/** After so many lines that are no CSV, the rest isn't either. */
const maxUnreadable = 200

/** Longer than a grant gets; where a quote never closes, the search for its end stops here. */
const maxRecordSize = 32_768

/** The records of a CSV text with their lines. A line that can't be read is told and costs none of the others. */
export function csvRecords(text: string, delimiter: string): { records: CsvRecord[]; unreadable: Problem[] } {
  const lines = text.split('\n')
  const records: CsvRecord[] = []
  const unreadable: Problem[] = []
  let passed = 0 // lines

  while (passed < lines.length && unreadable.length < maxUnreadable) {
    const before = passed
    const error = readUntilError(lines.slice(before).join('\n'), delimiter, (fields, end) => {
      passed = before + end
      records.push({ line: passed - newlinesIn(fields), fields: fields.map((field) => field.trim()) })
    })
    if (!error) break
    while (lines[passed]?.trim() === '') passed++
    passed++
    unreadable.push({ at: { line: passed }, message: reasonOf(error) })
  }
  if (unreadable.length === maxUnreadable)
    unreadable.push({ at: { line: passed + 1 }, message: 'Nothing was read from here on: this is not CSV.' })
  return { records, unreadable }
}

function readUntilError(text: string, delimiter: string, onRecord: (fields: string[], end: number) => void) {
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: maxRecordSize,
      on_record: (fields, { lines }) => {
        onRecord(fields as string[], lines) // what it is where no columns are named
        return null
      },
    })
  } catch (error) {
    if (error instanceof CsvError) return error
    throw error
  }
}

function reasonOf({ code }: CsvError) {
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE')
    return 'A quotation mark opens here and is never closed.'
  return 'A quotation mark stands inside a field. Put the field in quotation marks and double those within.'
}

const newlinesIn = (fields: string[]) => fields.reduce((sum, field) => sum + field.split('\n').length - 1, 0)
