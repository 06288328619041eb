import type { DiffLine } from '@/components/ui/diff'
import type { Fact } from '@/components/ui/facts'

/** A change as a person reads it. */
export type ActivityEntry = {
  id: string
  /** ISO 8601. */
  at: string
  /** The e-mail address of who made it. */
  by: string
  /** "Authorized fraud-scorer for Orders API" */
  title: string
  outcome: { kind: 'applied' } | { kind: 'read' } | { kind: 'failed'; reason: string }
  lines: DiffLine[]
  facts: Fact[]
}
