import type { ChangeKind, Snapshot, Subject } from '@/lib/changes/change'

/** A recorded change, as the page hands it in. */
export type ActivityEntry = {
  id: number
  /** The change set it was part of. */
  setId: string
  /** ISO 8601, UTC. */
  at: string
  /** The e-mail address of who made it. */
  author: string
  kind: ChangeKind
  subject: Subject
  before: Snapshot | null
  after: Snapshot | null
  state: 'applied' | 'failed'
  /** Why it failed. */
  reason: string | null
}

/** Whether it only read a secret. */
export const isReveal = ({ kind }: Pick<ActivityEntry, 'kind'>) => kind.endsWith('.reveal_secret')
