import { TriangleAlert } from 'lucide-react'
import { Link } from '@/components/ui/link'
import { routes } from '@/lib/routes'
import type { Finding } from './gone-scopes'
import { SectionHead } from './section-head'

/** What nobody asked about and somebody should know; nothing at all when there is nothing. */
export function WorthALook({ findings }: { findings: Finding[] }) {
  if (findings.length === 0) return null
  return (
    <section aria-labelledby="worth-a-look" className="mb-8">
      <SectionHead id="worth-a-look" title="Worth a look">
        {findings.length}
      </SectionHead>
      <ul>
        {findings.map(({ clientId, clientName, apiId, apiName, scopes }) => (
          <li key={`${clientId} ${apiId}`} className="flex gap-2.5 border-b border-line py-2.5">
            <TriangleAlert aria-hidden="true" className="mt-0.5 size-3.5! text-warning" />
            <div className="min-w-0 wrap-anywhere">
              <Link
                href={routes.apiClients(apiId, { client: clientId })}
                className="font-medium no-underline hover:underline"
              >
                {scopes.length === 1
                  ? 'A grant names a scope that is gone'
                  : `A grant names ${scopes.length} scopes that are gone`}
              </Link>
              <p className="text-xs leading-[1.125rem] text-ink-faint">
                {clientName} holds <code>{scopes[0]}</code>
                {scopes.length > 1 && ` and ${scopes.length - 1} more`}, which {apiName} no longer defines
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
