import { Download, Table2, Upload } from 'lucide-react'
import type { Route } from 'next'
import { Menu } from '@/components/ui/menu'
import { routes } from '@/lib/routes'
import { type ExportFormat, exportFormats } from '@/lib/transfer/export-formats'

const formats = Object.keys(exportFormats) as ExportFormat[]

/** Brings clients, APIs and grants in from a file, or takes them along in one: what a page shows, or all of them. */
export function TransferMenu({ shown }: { /** The address of what is shown, as CSV. */ shown?: Route }) {
  const ofPage = shown && {
    label: 'Export this view as CSV',
    icon: <Table2 aria-hidden="true" />,
    href: shown,
    download: true,
  }
  return (
    <Menu
      label="Import and export"
      items={[
        { label: 'Import…', icon: <Upload aria-hidden="true" />, href: routes.import() },
        ...(ofPage ? [ofPage] : []),
        ...formats.map((format) => ({
          label: exportFormats[format].label,
          icon: <Download aria-hidden="true" />,
          href: routes.export(format),
          download: true,
        })),
      ]}
    />
  )
}
