import 'server-only'
import { dashboardDatabase } from '../../dashboard-database/database'
import { giveUpLease, holdLease } from '../../dashboard-database/lease'
import { AppError } from '../../errors'
import { inTurn } from '../../management/pace'
import type { Change } from '../change'
import { type ChangeSet, isSettled, type Step } from '../change-set'
import { createdBy } from '../new-client'
import { recordFailed } from '../outcome'
import { readSet } from '../read-set'
import { createdClientId } from '../records'
import { endSet, stateOf } from '../set-store'
import { inLanes } from './in-lanes'
import { Interrupted, runStep } from './run-step'

const leaseMs = 10_000
/** Changes of grants don't depend on one another, so some are on their way at the same time. */
const lanes = 4

/**
 * Applies what is left of a set, unless another process does: until all of it is done, somebody asks to stop, or the
 * tenant is silent for long. Resolves with whether this process had the set.
 */
export async function runSet(setId: string): Promise<boolean> {
  const db = await dashboardDatabase()
  const [name, holder] = [`change set ${setId}`, crypto.randomUUID()]
  if (!(await holdLease(db, name, holder, leaseMs))) return false

  let heldUntil = performance.now() + leaseMs
  const renewal = setInterval(async () => {
    const asked = performance.now()
    const held = await holdLease(db, name, holder, leaseMs).catch(() => false)
    if (held) heldUntil = asked + leaseMs
  }, leaseMs / 4)
  try {
    await inTurn(() => work(setId, () => performance.now() < heldUntil))
  } finally {
    clearInterval(renewal)
    await giveUpLease(db, name, holder)
  }
  return true
}

async function work(setId: string, isOurs: () => boolean): Promise<void> {
  const set = await readSet(setId)
  if (!set) return
  const db = await dashboardDatabase()
  const goesOn = async () => isOurs() && (await stateOf(db, setId)) === 'applying'
  try {
    for (const steps of independent(set.steps.filter(({ state }) => !isSettled(state)))) {
      await inLanes(steps, lanes, goesOn, (step) => run(set, step))
    }
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error
    return endSet(setId, 'stopped', error.message)
  }
  if (isOurs()) await end(setId)
}

async function run(set: ChangeSet, step: Step): Promise<void> {
  const author = set.appliedBy ?? set.author
  const change = await withItsClient(set, step)
  if (change) return runStep(set, step, change, author)
  const attempt = { setId: set.id, admin: { email: author }, change: step.change, step: step.id }
  await recordFailed({ ...attempt, key: step.slot }, 'The client it is for was not created.')
}

/** The change, about the client that an earlier step created; undefined when that one failed. */
async function withItsClient(set: ChangeSet, { change }: Step): Promise<Change | undefined> {
  const slot = createdBy(change)
  if (slot === undefined) return change
  const creation = set.steps.find((step) => step.slot === slot)
  const clientId = creation && (await createdClientId(creation.id))
  return clientId ? ({ ...change, clientId } as Change) : undefined
}

/** Runs of steps in which none waits for another: grants side by side, everything else by itself. */
function independent(steps: Step[]): Step[][] {
  const runs: Step[][] = []
  for (const step of steps) {
    const last = runs.at(-1)
    if (last?.[0] && isGrant(last[0]) && isGrant(step)) last.push(step)
    else runs.push([step])
  }
  return runs
}

const isGrant = ({ change }: Step) => change.kind.startsWith('grant.')

async function end(setId: string) {
  const set = await readSet(setId)
  if (!set) throw new AppError('not_found', 'There is no such change set.')
  const open = set.steps.filter(({ state }) => state === 'planned' || state === 'begun')
  if (open.length > 0) return endSet(setId, 'stopped')
  const failed = set.steps.some(({ state }) => state === 'failed')
  await endSet(setId, failed ? 'partly' : 'applied')
}
