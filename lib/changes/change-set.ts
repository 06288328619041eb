import type { Change } from './change'

/** Where a set of changes was put together; `console` is a form or toggle, applied at once; `elsewhere` was
 * seen in the tenant's log. */
export type Origin = 'console' | 'elsewhere' | 'matrix' | 'bulk' | 'copy' | 'scopes' | 'import' | 'undo'

/** Set down by people or by the queue as things happen to a set; the last one is its state. */
const setEvents = ['planned', 'applying', 'stopping', 'stopped', 'applied', 'partly', 'discarded'] as const
type SetEvent = (typeof setEvents)[number]
type StepEvent = 'begun' | 'applied' | 'failed' | 'skipped'

/** `reason` says why the set is there and is no state. */
export type EventKind = SetEvent | StepEvent | 'reason'

/**
 * draft: still being put together; planned: to be looked at; stopping: after the change in hand; partly: at its end,
 * with changes that failed.
 */
export type SetState = 'draft' | SetEvent
export type StepState = 'planned' | StepEvent

/** A change in its place within a set. */
export type Step = {
  id: number
  /** What the change is about: another change put into the same slot of the set replaces it. */
  slot: string
  change: Change
  /** When it was put into the set, and by whom. ISO 8601, UTC. */
  at: string
  author: string
  /** The recorded change that it takes back. */
  undoes: number | null
  state: StepState
  /** Why it failed or was skipped. */
  said: string | null
  /** When it reached its state. */
  stateAt: string | null
  /** Milliseconds from begun to applied. */
  took: number | null
}

/** Ordered changes, kept from the first edit until long after they were applied. */
export type ChangeSet = {
  /** Goes with every write as `X-Correlation-ID`. */
  id: string
  at: string
  author: string
  origin: Origin
  /** The set that this one takes back. */
  undoes: string | null
  /** Why, in the words of who made or applied it. */
  reason: string | null
  state: SetState
  stateAt: string
  /** Who asked for the state, when it was a person. */
  stateBy: string | null
  /** Who asked for it to be applied last; null when nobody has. */
  appliedBy: string | null
  /** Why it stopped. */
  said: string | null
  steps: Step[]
  /** The last event that this reading has seen. */
  until: number
}

/** Changes may still be put in and taken out. */
export const isOpen = (state: SetState) => state === 'draft' || state === 'planned'

/** What happens to a set only once it is no longer open, and it never is again. */
export const closingEvents = setEvents.filter((kind) => !isOpen(kind))

/** The queue works on it. */
export const isRunning = (state: SetState) => state === 'applying' || state === 'stopping'

/** It may be applied, or gone on with. */
export const canStart = (state: SetState) => isOpen(state) || state === 'stopped' || state === 'partly'

/** Nothing is left to do for it. */
export const isSettled = (state: StepState) => state === 'applied' || state === 'skipped'

/** What a set is to do about one thing: a later change in the same slot of a set replaces an earlier one. */
export function slotOf(change: Change): string {
  switch (change.kind) {
    case 'grant.create':
    case 'grant.update':
    case 'grant.delete':
      return `grant ${change.clientId} ${change.audience}`
    case 'scope.update':
    case 'scope.delete':
      return `scope ${change.apiId} ${change.value}`
    case 'client.update':
    case 'client.delete':
      return `client ${change.clientId}`
    case 'api.update':
    case 'api.delete':
      return `api ${change.apiId}`
    case 'settings.update':
      return 'settings'
    default:
      return `${change.kind} ${crypto.randomUUID()}`
  }
}

const known: readonly string[] = setEvents

/** Whether an event about a whole set is one of its states. */
export const isSetEvent = (kind: EventKind): kind is SetEvent => known.includes(kind)
