import { Download, Upload } from 'lucide-react'
import { Menu } from '@/components/ui/menu'
import { routes } from '@/lib/routes'
import { type ExportFormat, exportFormats } from '@/lib/transfer/export-formats'

const formats = Object.keys(exportFormats) as ExportFormat[]

/** Brings clients, APIs and grants in from a file, or takes all of them along in one. */
export function TransferMenu() {
  return (
    <Menu
      label="Import and export"
      items={[
        { label: 'Import…', icon: <Upload aria-hidden="true" />, href: routes.import() },
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
