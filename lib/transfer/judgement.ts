import { compare } from './compare/compare'
import type { Comparison, Verdict } from './compare/comparison'
import type { Picture } from './picture'
import { type Format, read } from './read/read'

/** How many verdicts are shown; the refused ones come first into the choice. */
const shownAtMost = 500

/** What an import would do, as far as it can be shown. */
export type Judgement = {
  /** What it was taken for. */
  format?: Format
  /** By place. */
  verdicts: Verdict[]
  /** How many of each outcome there are, shown or not. */
  counts: Record<Verdict['outcome'], number>
  /** How many changes it takes. */
  changes: number
}

/**
 * Reads what was handed in and compares it with the tenant: every part of it gets one verdict. An OpenAPI
 * document is about the API `apiId`, if that is given.
 */
export function judge(
  bytes: Uint8Array,
  picture: Picture,
  { exactly, apiId }: { exactly: boolean; apiId?: string },
): Judgement & Pick<Comparison, 'steps'> {
  const into = picture.apis.find(({ id }) => id === apiId)
  const { format, document, problems } = read(bytes, into)
  const { steps, verdicts } = compare(document, picture, exactly)
  const unread = problems.map(
    ({ at, message }): Verdict => ({ at, subject: '', outcome: 'refused', says: message }),
  )
  const all = [...unread, ...verdicts]
  const counts = { create: 0, change: 0, nothing: 0, refused: 0 }
  for (const { outcome } of all) counts[outcome]++
  const importance = ({ outcome }: Verdict) => ['refused', 'change', 'create', 'nothing'].indexOf(outcome)
  const shown = all.toSorted((one, other) => importance(one) - importance(other)).slice(0, shownAtMost)
  return { format, steps, counts, changes: steps.length, verdicts: shown.toSorted(byPlace) }
}

const byPlace = ({ at: one }: Verdict, { at: other }: Verdict) =>
  (one.file ?? '').localeCompare(other.file ?? '') || one.line - other.line
