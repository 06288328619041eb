import { Download } from 'lucide-react'
import { buttonStyle } from '@/components/ui/button-style'
import { CopyButton } from '@/components/ui/copy-button'
import type { Parts } from '@/lib/quickstarts/build'
import { asCommands, bundle } from '@/lib/quickstarts/bundle'
import { routes } from '@/lib/routes'
import type { Address } from './address'

/** All the files at once: pasted into a shell, which writes them, or as a zip. Never with a secret. */
export function TakeAlong({ parts, address: { apiId, file, ...query } }: { parts: Parts; address: Address }) {
  return (
    <div className="mt-4 grid gap-2">
      <div className="flex flex-wrap gap-2">
        <CopyButton value={asCommands(bundle(parts))} label="Copy all files" text="Copy all" kind="default" />
        <a href={routes.apiQuickstartZip(apiId, query)} download className={buttonStyle({})}>
          <Download className="size-3.5!" />
          Download zip
        </a>
      </div>
      <p>Copy all is for a shell: pasted there, it writes every file. Secrets are left for you to fill in.</p>
    </div>
  )
}
