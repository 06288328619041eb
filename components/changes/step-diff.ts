import { diffLines } from '@/components/activity/diff-lines'
import type { DiffLine } from '@/components/ui/diff'
import type { Change, Snapshot } from '@/lib/changes/change'
import { snapshotsOf } from '@/lib/changes/snapshots'
import { formatNumber } from '@/lib/number-text'

/** More unchanged lines than this are told by their number. */
const fewUnchanged = 4

/** What a change adds, removes and keeps, with what the scopes are for where that is known. */
export function stepDiff(change: Change, held: Snapshot | null, notes?: Map<string, string>): DiffLine[] {
  const { before, after } = snapshotsOf(change)
  const isDeletion = change.kind === 'client.delete' || change.kind === 'api.delete'
  const lines = diffLines(isDeletion ? held : before, after).map((line) => ({
    ...line,
    note: line.note || notes?.get(line.text),
  }))
  const same = lines.filter(({ kind }) => kind === 'same')
  if (same.length <= fewUnchanged) return lines
  const text = `${formatNumber(same.length)} scopes unchanged`
  return [{ kind: 'same', text }, ...lines.filter(({ kind }) => kind !== 'same')]
}
