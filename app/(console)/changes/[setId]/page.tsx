import type { Metadata } from 'next'
import { AppliedSet } from '@/components/changes/applied-set'
import { PlannedSet } from '@/components/changes/planned-set'
import { setTitle } from '@/components/changes/set-title'
import { LeftOut } from '@/components/transfer/left-out'
import {
  applyChangeSet,
  discardChangeSet,
  leaveOutChange,
  rebaseChange,
  stopChangeSet,
  undoChangeSet,
} from '@/lib/changes/actions'
import { isOpen } from '@/lib/changes/change-set'
import { getChangeSet, getPlan, logEntriesOf, recordsOf } from '@/lib/changes/queries'
import { pageParam } from '@/lib/search-params'
import { refusalsOf } from '@/lib/transfer/queries'

type Props = PageProps<'/changes/[setId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: setTitle(await getChangeSet((await params).setId)) }
}

export default async function ChangeSetPage({ params, searchParams }: Props) {
  const set = await getChangeSet((await params).setId)
  const page = pageParam(await searchParams)
  const leftOut = set.origin === 'import' && <LeftOut refusals={await refusalsOf(set.id)} />
  if (isOpen(set.state)) {
    const actions = { applyChangeSet, discardChangeSet, leaveOutChange, rebaseChange }
    return (
      <PlannedSet set={set} plan={await getPlan(set)} page={page} actions={actions}>
        {leftOut}
      </PlannedSet>
    )
  }
  const actions = { applyChangeSet, stopChangeSet, undoChangeSet }
  const [records, log] = await Promise.all([recordsOf(set.id), logEntriesOf(set.id, page)])
  return (
    <AppliedSet set={set} records={records} log={log} page={page} actions={actions}>
      {leftOut}
    </AppliedSet>
  )
}
