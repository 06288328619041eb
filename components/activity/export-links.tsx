import { Download } from 'lucide-react'
import { buttonStyle } from '@/components/ui/button-style'
import { type ActivityQuery, routes } from '@/lib/routes'

/** The same changes as files. */
export function ExportLinks({ query }: { query: ActivityQuery }) {
  return (['csv', 'json'] as const).map((format) => (
    <a key={format} href={routes.activityExport(format, query)} download className={buttonStyle({})}>
      <Download aria-hidden="true" />
      <span>
        <span className="sr-only">Export </span>
        {format.toUpperCase()}
      </span>
    </a>
  ))
}
