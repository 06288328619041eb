import type { NewStep } from '../../changes/set-store'
import type { Position } from '../document'

/** One of several things that something could mean. */
export type Candidate = { id: string; name: string }

/** What becomes of one thing in a document. */
export type Verdict = {
  at: Position
  /** What it is about, in names. */
  subject: string
  outcome: 'create' | 'change' | 'nothing' | 'refused'
  /** What would be done, or why it can't be. */
  says: string
  /** Which ones it could mean, where that is why. */
  candidates?: Candidate[]
}

/** What it takes to bring a tenant to what a document says, in an order in which it can be done. */
export type Comparison = { steps: NewStep[]; verdicts: Verdict[] }

/** Why something can't be done, and which ones it could mean, where that is why. */
export class Refusal {
  readonly says: string
  readonly candidates?: Candidate[]

  constructor(says: string, candidates?: Candidate[]) {
    this.says = says
    this.candidates = candidates
  }
}

/** The values, the last joined with "and". */
export const listed = (values: string[], most = 6) =>
  new Intl.ListFormat('en').format(
    values.length > most ? [...values.slice(0, most - 1), `${values.length - most + 1} more`] : values,
  )
