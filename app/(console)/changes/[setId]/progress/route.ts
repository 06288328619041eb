import type { NextRequest } from 'next/server'
import { getProgress } from '@/lib/changes/queries'

/** What happened to the set since the event `since`, for the page that shows it. */
export async function GET(
  { nextUrl: { searchParams } }: NextRequest,
  { params }: RouteContext<'/changes/[setId]/progress'>,
) {
  const progress = await getProgress((await params).setId, Number(searchParams.get('since')) || 0)
  return Response.json(progress, {
    status: progress ? 200 : 404,
    headers: { 'Cache-Control': 'no-store' },
  })
}
