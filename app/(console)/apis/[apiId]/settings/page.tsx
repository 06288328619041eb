import { howManyClients } from '@/components/apis/api-impact'
import { ApiSettings } from '@/components/apis/api-settings'
import { SystemApiSettings } from '@/components/apis/system-api-settings'
import { Mirrored } from '@/components/mirror/mirrored'
import { Aside } from '@/components/ui/aside'
import { Identifier } from '@/components/ui/identifier'
import { Link } from '@/components/ui/link'
import { Settings } from '@/components/ui/settings-group'
import { accessEndText } from '@/components/usage/access-end-text'
import { deleteApi, revealSigningSecret, updateApi } from '@/lib/apis/actions'
import { getApi, getApiStatus } from '@/lib/apis/queries'
import { countAuthorized } from '@/lib/grants/queries'
import { refreshMirror } from '@/lib/mirror/actions'
import { getLastToken } from '@/lib/observations/queries'
import { routes } from '@/lib/routes'

type Props = PageProps<'/apis/[apiId]/settings'>

export async function generateMetadata({ params }: Props) {
  return { title: `Settings of ${(await getApi((await params).apiId)).name}` }
}

export default async function ApiSettingsPage({ params }: Props) {
  const { apiId } = await params
  const [api, status] = await Promise.all([getApi(apiId), getApiStatus(apiId)])
  const { id, name, identifier, tokenLifetime, isSystem } = api
  const clients = { count: await countAuthorized(identifier), more: false }
  const facts = [
    { term: 'API ID', value: <Identifier value={id} label="API ID" /> },
    {
      term: 'Clients',
      value: <Link href={routes.apiClients(id)}>{howManyClients(clients)} authorized</Link>,
    },
  ]

  return (
    <Mirrored status={status} refresh={refreshMirror}>
      <Settings aside={<Aside title="About this API" facts={facts} />}>
        {isSystem ? (
          <SystemApiSettings api={api} clients={clients} />
        ) : (
          <ApiSettings
            api={api}
            impact={{
              clients,
              ends: accessEndText(await getLastToken(identifier), tokenLifetime, new Date()),
            }}
            action={updateApi.bind(null, id, { name, tokenLifetime })}
            revealSecret={revealSigningSecret.bind(null, id)}
            deleteApi={deleteApi.bind(null, id)}
          />
        )}
      </Settings>
    </Mirrored>
  )
}
