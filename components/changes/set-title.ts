import type { ChangeSet, Origin, Step } from '@/lib/changes/change-set'
import { snapshotsOf } from '@/lib/changes/snapshots'
import { counted } from '@/lib/counted'
import { formatNumber } from '@/lib/number-text'

/** "7 changes to access" */
export function setTitle({ steps }: Pick<ChangeSet, 'steps'>): string {
  const toAccess = steps.length > 0 && steps.every(({ change }) => change.kind.startsWith('grant.'))
  return `${counted(steps.length, 'change')}${toAccess ? ' to access' : ''}`
}

/** "Adds 4 scopes, removes 4"; undefined when no grant's scopes change. */
export function scopeSum(steps: Step[]): string | undefined {
  let [added, removed] = [0, 0]
  for (const { change } of steps.filter(({ change }) => change.kind.startsWith('grant.'))) {
    const { before, after } = snapshotsOf(change)
    const [was, is] = [scopesIn(before), scopesIn(after)]
    added += is.filter((scope) => !was.includes(scope)).length
    removed += was.filter((scope) => !is.includes(scope)).length
  }
  if (added && removed) return `Adds ${counted(added, 'scope')}, removes ${formatNumber(removed)}`
  if (added) return `Adds ${counted(added, 'scope')}`
  return removed ? `Removes ${counted(removed, 'scope')}` : undefined
}

const scopesIn = (access: Record<string, unknown> | null) => (access?.scope ?? []) as string[]

const origins: Record<Origin, string> = {
  console: 'Made at once',
  elsewhere: 'Changed elsewhere',
  matrix: 'From the access matrix',
  bulk: 'Many at once',
  copy: 'Copied access',
  scopes: 'Scopes reworked',
  import: 'Imported',
  undo: 'Takes back an earlier change set',
}

/** Where the set was put together, in words. */
export const originText = (origin: Origin) => origins[origin]
