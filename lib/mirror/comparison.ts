import { type Found, unknownAuthor } from './elsewhere.ts'
import type { MirrorState } from './tables.ts'

/** How far what is shown was compared with what was built; the checkpoint of that step, as JSON. */
export type Comparison = {
  kind: 'clients' | 'apis' | 'grants'
  /** The id of the last object that was compared. */
  after: string
  /** The change set that differences go into. */
  setId: string
  /** How often the tenant had been looked at when the last list was read. */
  looks: number
}

export const beginComparison = ({ looks }: Pick<MirrorState, 'looks'>): Comparison => ({
  kind: 'clients',
  after: '',
  setId: crypto.randomUUID(),
  looks,
})

export const comparisonIn = ({ checkpoint, looks }: Pick<MirrorState, 'checkpoint' | 'looks'>): Comparison =>
  checkpoint ? JSON.parse(checkpoint) : beginComparison({ looks })

/** Nobody knows who: the log has not told of it. */
export const foundIn = ({ setId }: Comparison, { due_because }: Pick<MirrorState, 'due_because'>): Found => ({
  setId,
  at: new Date().toISOString(),
  author: unknownAuthor,
  reason: `Found when the whole tenant was read. ${due_because ?? ''}`.trim(),
})

/** Whether the log was read up to where the lists were, so that it has told first who changed what. */
export function isLogAhead(state: MirrorState): boolean {
  if (state.synchronized_at === null || state.log_unusable !== null) return true
  return state.looks > comparisonIn(state).looks
}
