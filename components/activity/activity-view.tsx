import type { Route } from 'next'
import { Pager } from '@/components/ui/pager'
import type { ActionResult } from '@/lib/action-state'
import type { ActivitySet } from '@/lib/changes/activity'
import { setsPerPage } from '@/lib/changes/paging'
import { ActivityList } from './activity-list'
import { NoActivity } from './no-activity'

type Props = {
  sets: ActivitySet[]
  total: number
  /** From 1. */
  page: number
  isFiltered?: boolean
  /** What the record is of; absent for that of the whole tenant. */
  of?: 'client' | 'API'
  href: (page: number) => Route
  undo: (input: { setId: string; recordIds?: number[] }) => Promise<ActionResult>
}

/** A page of the record, or why there is nothing on it. */
export function ActivityView({ sets, total, page, isFiltered = false, of, href, undo }: Props) {
  return (
    <>
      {sets.length === 0 ? (
        <NoActivity beyond={total > 0} isFiltered={isFiltered} first={href(1)} of={of} />
      ) : (
        <ActivityList sets={sets} now={new Date()} undo={undo} />
      )}
      <Pager
        page={page - 1}
        perPage={setsPerPage}
        total={sets.length === 0 ? 0 : total}
        href={(index) => href(index + 1)}
      />
    </>
  )
}
