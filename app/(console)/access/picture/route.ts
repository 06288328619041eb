import { readAccessPictureText } from '@/lib/access/queries'

/** Who may call what, of all clients: what the matrix goes on with once its first rows are there. */
export async function GET() {
  return new Response(await readAccessPictureText(), {
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'private, no-store' },
  })
}
