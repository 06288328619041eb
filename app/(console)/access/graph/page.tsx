import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AccessGraph } from '@/components/access/access-graph'
import { PageHead } from '@/components/ui/page-head'
import { readAccessGraph } from '@/lib/access/queries'
import type { GraphSubject } from '@/lib/access/read-graph'
import { formatNumber } from '@/lib/number-text'
import { routes } from '@/lib/routes'
import { type SearchParams, textParam } from '@/lib/search-params'

export const metadata: Metadata = { title: 'Picture of access' }

export default async function AccessGraphPage({ searchParams }: PageProps<'/access/graph'>) {
  const subject = subjectOf(await searchParams)
  const graph = await readAccessGraph(subject)
  if (!subject || !graph) notFound()

  const { name, links, total } = graph

  const title =
    'client' in subject
      ? `What ${name} may call`
      : 'api' in subject
        ? `Who may call ${name}`
        : `Who holds ${name}`
  return (
    <>
      <PageHead
        title={title}
        crumb={{ href: routes.access(), label: 'Access' }}
        sub={
          links.length < total
            ? `The ${links.length} widest of ${formatNumber(total)} client grants; a band is as wide as its scopes are many.`
            : `${formatNumber(total)} client ${total === 1 ? 'grant' : 'grants'}; a band is as wide as its scopes are many.`
        }
      />
      {links.length === 0 ? (
        <p className="text-ink-muted">No client grant yet.</p>
      ) : (
        <AccessGraph title={title} links={links} />
      )}
    </>
  )
}

function subjectOf(params: SearchParams): GraphSubject | undefined {
  const [client, api, scope] = ['client', 'api', 'scope'].map((name) => textParam(params, name))
  if (client) return { client }
  if (api) return { api }
  return scope ? { scope } : undefined
}
