import type { NextRequest } from 'next/server'
import { getLastTokensOfClient } from '@/lib/observations/queries'

/** When the client got its last token for each of its APIs. */
export async function GET({ nextUrl: { searchParams } }: NextRequest) {
  const tokens = await getLastTokensOfClient(searchParams.get('client')?.slice(0, 200) ?? '')
  return Response.json(tokens, { headers: { 'Cache-Control': 'private, no-store' } })
}
