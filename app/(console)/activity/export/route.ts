import type { NextRequest } from 'next/server'
import { activityFilter } from '@/lib/changes/activity-filter'
import { exportActivity } from '@/lib/changes/queries'

/** Every change that the same query shows, as CSV or JSON, the latest first. */
export async function GET({ nextUrl: { searchParams } }: NextRequest) {
  const { filter } = activityFilter(Object.fromEntries(searchParams), new Date())
  const format = searchParams.get('format') === 'json' ? 'json' : 'csv'
  const types = { csv: 'text/csv; charset=utf-8', json: 'application/json' }
  return new Response(await exportActivity(filter, format), {
    headers: {
      'Content-Type': types[format],
      'Content-Disposition': `attachment; filename="activity.${format}"`,
      'Cache-Control': 'no-store',
    },
  })
}
