import { strToU8, zipSync } from 'fflate'
import type { NextRequest } from 'next/server'
import { getApi } from '@/lib/apis/queries'
import { build, inputFor } from '@/lib/quickstarts/build'
import { bundle } from '@/lib/quickstarts/bundle'
import { choose } from '@/lib/quickstarts/choice'
import { getIssuer } from '@/lib/tenant-settings/queries'

/** The files of the Quickstart that the same query shows, without any secret. */
export async function GET(
  { nextUrl: { searchParams } }: NextRequest,
  { params }: RouteContext<'/apis/[apiId]/quickstart/zip'>,
) {
  const api = await getApi((await params).apiId)
  const asked = (name: string) => searchParams.get(name) ?? undefined
  const choice = choose({
    language: asked('language'),
    framework: asked('framework'),
    caller: asked('caller'),
  })
  const files = bundle(build(choice, inputFor(api, await getIssuer()), asked('client')))
  const zip = zipSync(Object.fromEntries(files.map(({ path, text }) => [path, strToU8(text)])))
  return new Response(zip, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="quickstart-${choice.language.slug}.zip"`,
      'Cache-Control': 'no-store',
    },
  })
}
