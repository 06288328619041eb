import type { NextRequest } from 'next/server'
import { exportMatrix } from '@/lib/access/queries'

/** The matrix that the same query shows, as CSV. */
export async function GET({ nextUrl: { searchParams } }: NextRequest) {
  return new Response(await exportMatrix(Object.fromEntries(searchParams)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="matrix.csv"',
      'Cache-Control': 'no-store',
    },
  })
}
