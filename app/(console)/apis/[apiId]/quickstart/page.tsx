import { cookies } from 'next/headers'
import { Caller } from '@/components/quickstart/caller'
import { languageCookie } from '@/components/quickstart/language-cookie'
import { LanguageList } from '@/components/quickstart/language-list'
import { QuickstartGuide } from '@/components/quickstart/quickstart-guide'
import { QuickstartLayout } from '@/components/quickstart/quickstart-layout'
import { RememberLanguage } from '@/components/quickstart/remember-language'
import { ValuesAside } from '@/components/quickstart/values-aside'
import { revealSigningSecret } from '@/lib/apis/actions'
import { getApi } from '@/lib/apis/queries'
import { revealClientSecret } from '@/lib/clients/actions'
import { authorizedClients } from '@/lib/grants/queries'
import { findQuickstart, quickstarts } from '@/lib/quickstarts/all'
import { examplePort, exampleScope, isSymmetric } from '@/lib/quickstarts/example'
import { textParam } from '@/lib/search-params'
import { getIssuer } from '@/lib/tenant-settings/queries'

type Props = PageProps<'/apis/[apiId]/quickstart'>

export async function generateMetadata({ params }: Props) {
  return { title: `Quickstart of ${(await getApi((await params).apiId)).name}` }
}

export default async function QuickstartPage({ params, searchParams }: Props) {
  const api = await getApi((await params).apiId)
  const query = await searchParams
  const [issuer, { clients, complete }] = await Promise.all([getIssuer(), authorizedClients(api.identifier)])
  const remembered = (await cookies()).get(languageCookie)?.value
  const quickstart = findQuickstart(textParam(query, 'language'), remembered)
  const client = clients.find(({ id }) => id === textParam(query, 'client')) ?? clients[0]
  const { identifier, signingAlgorithm } = api
  const input = {
    api: { identifier, signingAlgorithm, scopes: api.scopes.map(({ value }) => value) },
    issuer,
    port: examplePort,
  }
  const place = { apiId: api.id, language: quickstart.slug }

  return (
    <QuickstartLayout
      languages={
        <LanguageList apiId={api.id} quickstarts={quickstarts} current={quickstart} client={client?.id} />
      }
      aside={
        <ValuesAside
          api={api}
          issuer={issuer}
          revealSigningSecret={isSymmetric(input) ? revealSigningSecret.bind(null, api.id) : undefined}
        />
      }
    >
      <RememberLanguage slug={quickstart.slug} />
      <QuickstartGuide
        apiId={api.id}
        quickstart={quickstart}
        input={input}
        client={client?.id}
        caller={
          <Caller
            {...place}
            clients={clients}
            complete={complete}
            chosen={client}
            scopes={api.scopes.length}
            needed={exampleScope(input)}
          />
        }
        file={textParam(query, 'file')}
        revealClientSecret={client && revealClientSecret.bind(null, client.id)}
      />
    </QuickstartLayout>
  )
}
