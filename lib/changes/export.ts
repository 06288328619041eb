import { stringify } from 'csv-stringify/sync'
import type { RecordedChange } from './change'
import { describeChange } from './describe'

type Exported = RecordedChange & { setReason: string | null }

/** One line for each change, with a head; values that a spreadsheet would run are quoted as text. */
export function asCsv(changes: Exported[]): string {
  const rows = changes.map((change) => ({
    at: change.at,
    author: change.author,
    change: describeChange(change),
    state: change.state,
    failed_because: change.reason ?? '',
    reason: change.setReason ?? '',
    client: change.subject.clientName ?? '',
    client_id: change.subject.clientId ?? '',
    api: change.subject.apiName ?? '',
    audience: change.subject.audience ?? '',
    before: change.before ? JSON.stringify(change.before) : '',
    after: change.after ? JSON.stringify(change.after) : '',
    change_set: change.setId,
  }))
  return stringify(rows, { header: true, columns, escape_formulas: true })
}

const columns = [
  'at',
  'author',
  'change',
  'state',
  'failed_because',
  'reason',
  'client',
  'client_id',
  'api',
  'audience',
  'before',
  'after',
  'change_set',
]

/** The record as it is kept, indented. */
export const asJson = (changes: Exported[]): string => `${JSON.stringify(changes, null, 2)}\n`
