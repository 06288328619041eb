import { notFound } from 'next/navigation'
import { exportFormats, isExportFormat } from '@/lib/transfer/export-formats'
import { exportTenant } from '@/lib/transfer/queries'

/** The tenant's clients, APIs and client grants as a file to keep. */
export async function GET(_: Request, { params }: RouteContext<'/export/[format]'>) {
  const { format } = await params
  if (!isExportFormat(format)) notFound()
  const { fileName, type } = exportFormats[format]
  return new Response(await exportTenant(format), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'no-store',
    },
  })
}
