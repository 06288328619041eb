import { ArrowRight } from 'lucide-react'
import { imperative } from '@/components/activity/title'
import type { Change } from '@/lib/changes/change'
import { describeChange } from '@/lib/changes/describe'
import { namedIn } from '@/lib/changes/named-in'
import { snapshotsOf } from '@/lib/changes/snapshots'

const verbs: Record<string, string> = {
  'grant.create': 'Authorize',
  'grant.update': 'Update',
  'grant.delete': 'Revoke',
}

/** What a change is to do: a grant as "Update client → API", anything else in a sentence. */
export function StepTitle({ change }: { change: Change }) {
  const verb = verbs[change.kind]
  if (!verb || !('audience' in change)) return imperative(sentence(change))
  return (
    <>
      <span className="font-normal text-ink-muted">{verb}</span> <span>{change.clientName}</span>{' '}
      <span className="inline-grid align-[-3px] text-ink-faint">
        <ArrowRight aria-hidden="true" className="size-3.5!" />
        <span className="sr-only">for</span>
      </span>{' '}
      <span>{change.apiName}</span>
    </>
  )
}

const sentence = (change: Change) =>
  describeChange({ kind: change.kind, subject: namedIn(change), ...snapshotsOf(change) })
