import { cookies } from 'next/headers'
import { Mirrored } from '@/components/mirror/mirrored'
import { Caller } from '@/components/quickstart/caller'
import { choiceCookie, fromCookie, toCookie } from '@/components/quickstart/choice-cookie'
import { LanguageTabs } from '@/components/quickstart/language-tabs'
import { QuickstartGuide } from '@/components/quickstart/quickstart-guide'
import { QuickstartLayout } from '@/components/quickstart/quickstart-layout'
import { RememberChoice } from '@/components/quickstart/remember-choice'
import { TakeAlong } from '@/components/quickstart/take-along'
import { ValuesAside } from '@/components/quickstart/values-aside'
import { revealSigningSecret } from '@/lib/apis/actions'
import { getApi, getApiStatus } from '@/lib/apis/queries'
import { revealClientSecret } from '@/lib/clients/actions'
import { readAuthorizedClients } from '@/lib/grants/actions'
import { refreshMirror } from '@/lib/mirror/actions'
import { languages } from '@/lib/quickstarts/all'
import { build, inputFor } from '@/lib/quickstarts/build'
import { choose } from '@/lib/quickstarts/choice'
import { exampleScope } from '@/lib/quickstarts/example'
import { textParam } from '@/lib/search-params'
import { getIssuer } from '@/lib/tenant-settings/queries'

type Props = PageProps<'/apis/[apiId]/quickstart'>

export async function generateMetadata({ params }: Props) {
  return { title: `Quickstart of ${(await getApi((await params).apiId)).name}` }
}

export default async function QuickstartPage({ params, searchParams }: Props) {
  const { apiId } = await params
  const [api, status] = await Promise.all([getApi(apiId), getApiStatus(apiId)])
  const query = await searchParams
  const issuer = await getIssuer()
  const asked = {
    language: textParam(query, 'language'),
    framework: textParam(query, 'framework'),
    caller: textParam(query, 'caller'),
  }
  const choice = choose(asked, fromCookie((await cookies()).get(choiceCookie)?.value))
  const client = textParam(query, 'client') || undefined
  const input = inputFor(api, issuer)
  const parts = build(choice, input, client)
  const chosen = {
    language: choice.language.slug,
    framework: choice.acceptor?.slug,
    caller: choice.caller?.slug,
  }
  const address = { apiId: api.id, ...chosen, client, file: textParam(query, 'file') }

  return (
    <Mirrored status={status} refresh={refreshMirror}>
      <QuickstartLayout
        languages={<LanguageTabs languages={languages} current={choice.language} address={address} />}
        aside={
          <ValuesAside api={api} issuer={issuer}>
            <TakeAlong parts={parts} address={address} />
          </ValuesAside>
        }
      >
        <RememberChoice cookie={toCookie(chosen)} />
        <QuickstartGuide
          choice={choice}
          parts={parts}
          input={input}
          address={address}
          caller={
            <Caller
              address={address}
              audience={api.identifier}
              read={readAuthorizedClients}
              scopes={api.scopes.length}
              needed={exampleScope(input)}
            />
          }
          revealSigningSecret={revealSigningSecret.bind(null, api.id)}
          revealClientSecret={client ? revealClientSecret.bind(null, client) : undefined}
        />
      </QuickstartLayout>
    </Mirrored>
  )
}
