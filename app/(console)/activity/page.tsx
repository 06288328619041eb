import type { Metadata } from 'next'
import { ActivityFilters } from '@/components/activity/activity-filters'
import { ActivityView } from '@/components/activity/activity-view'
import { ExportLinks } from '@/components/activity/export-links'
import { LogGapNote } from '@/components/activity/log-gap-note'
import { OpenSets } from '@/components/activity/open-sets'
import { PageHead } from '@/components/ui/page-head'
import { undoChangeSet } from '@/lib/changes/actions'
import { activityFilter } from '@/lib/changes/activity-filter'
import { activityContext, listActivity } from '@/lib/changes/queries'
import { getLogGap } from '@/lib/mirror/queries'
import { routes } from '@/lib/routes'
import { pageParam } from '@/lib/search-params'

export const metadata: Metadata = { title: 'Activity' }

export default async function ActivityPage({ searchParams }: PageProps<'/activity'>) {
  const params = await searchParams
  const [page, { asked, filter }] = [pageParam(params), activityFilter(params, new Date())]
  const [{ sets, total }, { open, authors, counts }, gap] = await Promise.all([
    listActivity(filter, page),
    activityContext(filter),
    getLogGap(),
  ])
  return (
    <>
      <PageHead
        title="Activity"
        sub="Every change to this tenant: made here, or seen elsewhere. Nothing is ever removed. Times are in UTC."
        actions={<ExportLinks query={asked} />}
      />
      <ActivityFilters asked={asked} authors={authors} counts={counts} />
      <OpenSets sets={open} />
      {gap && <LogGapNote gap={gap} />}
      <ActivityView
        sets={sets}
        total={total}
        page={page}
        isFiltered={Object.keys(filter).length > 0}
        href={(page) => routes.activity({ ...asked, page })}
        undo={undoChangeSet}
      />
    </>
  )
}
