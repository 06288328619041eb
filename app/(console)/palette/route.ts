import type { NextRequest } from 'next/server'
import { findClients, readPaletteIndex } from '@/lib/palette/queries'

/** What the palette finds; with `q` the clients of that name alone. */
export async function GET({ nextUrl: { searchParams } }: NextRequest) {
  const query = searchParams.get('q')
  const found = query === null ? await readPaletteIndex() : await findClients(query.slice(0, 200))
  return Response.json(found, { headers: { 'Cache-Control': 'private, no-store' } })
}
