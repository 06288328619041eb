'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { describeDone } from '@/components/grants/access'
import type { GrantActions } from '@/components/grants/use-grant-writes'
import { attempt } from '@/components/ui/attempt'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { FailureText } from '@/components/ui/failure-text'
import { LinkButton } from '@/components/ui/link-button'
import { toastDone } from '@/components/ui/toast'
import type { ActionFailure } from '@/lib/action-state'
import type { Access } from '@/lib/grants/grant'
import { routes } from '@/lib/routes'
import type { Mend } from '@/lib/tokens/mend'
import type { TokenApi, TokenClient } from '@/lib/tokens/token'

type Props = {
  mend: Mend
  api: TokenApi
  clients: TokenClient[]
  setAccess: GrantActions['set']
  /** Puts another question to the tab. */
  onAsk: (question: { client?: string; scopes: string[] }) => void
}

/** The button or link that puts right what stands above it. */
export function MendButton({ mend, api, clients, setAccess, onAsk }: Props) {
  if (mend.kind === 'open')
    return (
      <LinkButton small href={hrefOf(mend, api.id)}>
        {mend.label}
      </LinkButton>
    )
  if (mend.kind === 'copy')
    return <CopyButton small kind="default" value={mend.text} label={mend.label} text={mend.label} />
  if (mend.kind === 'ask')
    return (
      <Button small onClick={() => onAsk({ client: mend.clientId, scopes: mend.scopes })}>
        {mend.label}
      </Button>
    )
  const client = clients.find(({ id }) => id === mend.clientId)
  if (!client)
    return (
      <LinkButton small href={routes.apiClients(api.id, { client: mend.clientId })}>
        Open its authorization
      </LinkButton>
    )
  return (
    <GrantButton
      api={api}
      client={client}
      access={client.access}
      scopes={mend.scopes}
      setAccess={setAccess}
    />
  )
}

type GrantProps = Pick<Props, 'api' | 'setAccess'> & {
  client: TokenClient
  access: Access | null
  scopes: string[]
}

function GrantButton({ api, client, access, scopes, setAccess }: GrantProps) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ActionFailure>()

  async function grant() {
    setBusy(true)
    setFailure(undefined)
    const to = { scope: wanted(api, access, scopes), allScopes: false }
    const parties = {
      clientId: client.id,
      audience: api.identifier,
      clientName: client.name,
      apiName: api.name,
    }
    const result = await attempt(() => setAccess({ ...parties, from: access, to }))
    setBusy(false)
    if (result.status !== 'done') return setFailure(result)

    const names = { client: client.name, api: api.name }
    const { title, detail } = describeDone(access, result.value, api.scopes.length, names)
    void toastDone(title, detail)
    router.refresh()
  }

  return (
    <>
      <Button small busy={busy && (access ? 'Granting' : 'Authorizing')} onClick={grant}>
        {access
          ? `Grant ${scopes.length === 1 ? scopes[0] : `${scopes.length} scopes`}`
          : `Authorize ${client.name}`}
      </Button>
      {failure && (
        <p role="alert" className="mt-1.5 text-xs text-danger">
          <FailureText failure={failure} />
        </p>
      )}
    </>
  )
}

/** A client that is not authorized gets what it asks for, or, as its checkbox does, all scopes but the system API's. */
function wanted(api: TokenApi, access: Access | null, scopes: string[]): string[] {
  if (access) return [...new Set([...access.scope, ...scopes])]
  if (scopes.length > 0 || api.isSystem) return scopes
  return api.scopes.map(({ value }) => value)
}

function hrefOf({ page, clientId }: Extract<Mend, { kind: 'open' }>, apiId: string) {
  if (page === 'scopes') return routes.apiScopes(apiId)
  if (page === 'quickstart') return routes.apiQuickstart(apiId, { client: clientId })
  if (page === 'clients') return routes.apiClients(apiId, { client: clientId })
  if (!clientId) return routes.clients()
  return page === 'credentials' ? routes.clientCredentials(clientId) : routes.client(clientId)
}
