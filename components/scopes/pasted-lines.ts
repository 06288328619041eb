import { maxScopes, type Scope } from '@/lib/apis/api'
import { formatNumber } from '@/lib/number-text'
import { complaintAboutDescription, complaintAboutValue } from './scope-complaint'

export type PastedLine = Scope & {
  /** From 1, as the text area counts. */
  number: number
  /** Why it can't be added as it stands. */
  complaint?: string
  /** A button that mends the line: its label, and the line as it becomes; `null` leaves it out. */
  mend?: { label: string; line: string | null }
}

/**
 * What becomes of each pasted line: the scope, a comma (or the tab of a spreadsheet), its description.
 * Empty lines are passed over, so numbers may have gaps.
 */
export function readPastedLines(text: string, existing: ReadonlySet<string>): PastedLine[] {
  const seen = new Map<string, number>()
  let room = maxScopes - existing.size
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === '') return []
    const read = readLine(line, index + 1)
    const twice = seen.get(read.value)
    if (!read.complaint && existing.has(read.value))
      return { ...read, complaint: 'This API has it already.', mend: leaveOut }
    if (!read.complaint && twice)
      return { ...read, complaint: `Line ${twice} has it already.`, mend: leaveOut }
    if (!read.complaint && room === 0)
      return { ...read, complaint: `An API can have ${formatNumber(maxScopes)} scopes.` }
    if (!read.complaint) room--
    seen.set(read.value, read.number)
    return read
  })
}

/** The text with one line mended or left out. */
export function mendLine(text: string, { number, mend }: PastedLine): string {
  if (!mend) return text
  const lines = text.split(/\r?\n/)
  lines.splice(number - 1, 1, ...(mend.line === null ? [] : [mend.line]))
  return lines.join('\n')
}

const leaveOut = { label: 'Leave out', line: null }

function readLine(line: string, number: number): PastedLine {
  const cut = line.search(/[,\t]/)
  const value = (cut < 0 ? line : line.slice(0, cut)).trim()
  const description = cut < 0 ? '' : line.slice(cut + 1).trim()
  const wrong = complaintAboutValue(value)
  if (!wrong) return { number, value, description, complaint: complaintAboutDescription(description) }
  const mend = wrong.mended && {
    label: `Use ${wrong.mended}`,
    line: description ? `${wrong.mended}, ${description}` : wrong.mended,
  }
  return { number, value, description, complaint: wrong.message, mend: mend || undefined }
}
