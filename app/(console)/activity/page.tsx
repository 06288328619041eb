import type { Metadata } from 'next'
import { ActivityList } from '@/components/activity/activity-list'
import { NoActivity } from '@/components/activity/no-activity'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { changesPageSize, listChanges } from '@/lib/changes/queries'
import { routes } from '@/lib/routes'
import { pageParam } from '@/lib/search-params'

export const metadata: Metadata = { title: 'Activity' }

export default async function ActivityPage({ searchParams }: PageProps<'/activity'>) {
  const page = pageParam(await searchParams)
  const { changes, total } = await listChanges(page)
  return (
    <>
      <PageHead
        title="Activity"
        sub="Every change made through this dashboard, and every secret shown. Times are in UTC."
      />
      {changes.length === 0 ? (
        <NoActivity beyond={total > 0} />
      ) : (
        <ActivityList entries={changes} now={new Date()} />
      )}
      <Pager
        page={page - 1}
        perPage={changesPageSize}
        total={changes.length === 0 ? 0 : total}
        href={(index) => routes.activity({ page: index + 1 })}
      />
    </>
  )
}
