import type { Snapshot } from '../change'
import type { Step } from '../change-set'
import { cannotBeUndone } from '../invert'
import { callsFor } from './calls'
import { type Effects, effectsOf } from './effects'
import { copyOf, moveOn, type Picture } from './picture'
import { judge, type Verdict } from './verdict'

/** A step as it would go now. */
export type PlannedStep = {
  step: Step
  verdict: Verdict
  /** What the tenant holds now of what the change is about, as far as that is known without making it. */
  held: Snapshot | null
  /** Why it can't be taken back afterwards. */
  final?: string
}

/** What applying a set would do at the time of the picture. */
export type Plan = {
  at: string
  steps: PlannedStep[]
  effects: Effects
  /** What the scopes of the APIs that are named are for: by identifier, then by value. */
  described: Map<string, Map<string, string>>
  /** How many calls of the Management API the steps that are ready take. */
  calls: number
}

/** Holds every step against the tenant as the steps before it would leave it. */
export function planOf(steps: Step[], picture: Picture): Plan {
  const later = copyOf(picture)
  const planned = steps.map((step): PlannedStep => {
    const { verdict, held } = judge(step.change, later)
    if (verdict.kind === 'ready') moveOn(later, step.change)
    return { step, verdict, held, final: cannotBeUndone(step.change) }
  })
  const ready = planned.filter(({ verdict }) => verdict.kind === 'ready').map(({ step }) => step)
  const calls = ready.reduce((sum, { change }) => sum + callsFor(change), 0)
  const described = [...later.apis.values()].map(
    ({ identifier, scopes }) =>
      [identifier, new Map(scopes.map(({ value, description }) => [value, description]))] as const,
  )
  return {
    at: picture.at,
    steps: planned,
    effects: effectsOf(ready, picture, later),
    described: new Map(described),
    calls,
  }
}
