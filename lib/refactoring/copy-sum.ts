import type { NewStep } from '../changes/set-store'

/** To how many APIs a client gains access, at how many its scopes change, to how many it loses access. */
export type CopySum = { authorizes: number; rescopes: number; revokes: number }

/** What copying comes to in each of the two ways. */
export type CopyOutlook = { add: CopySum; exactly: CopySum }

/** What these steps for one client come to. */
export function copySum(steps: NewStep[]): CopySum {
  const count = (kind: NewStep['change']['kind']) => steps.filter(({ change }) => change.kind === kind).length
  return {
    authorizes: count('grant.create'),
    rescopes: count('grant.update'),
    revokes: count('grant.delete'),
  }
}
