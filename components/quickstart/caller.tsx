'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { FindClient } from '@/components/clients/find/find-client'
import { grantCount } from '@/components/grants/grant-count'
import { attempt } from '@/components/ui/attempt'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { FailureText } from '@/components/ui/failure-text'
import { LinkButton } from '@/components/ui/link-button'
import { tellCount } from '@/components/ui/live-count'
import type { ActionResult } from '@/lib/action-state'
import type { AuthorizedClient } from '@/lib/grants/grant'
import { routes } from '@/lib/routes'
import { type Address, hrefOf } from './address'
import { CallerScopes } from './caller-scopes'
import { ClientPicker } from './client-picker'
import { useWhenSeen } from './use-when-seen'

export type Authorized = {
  /** The first by name, and the one that was asked for, if it is authorized. */
  clients: AuthorizedClient[]
  /** How many there are. */
  total: number
  asked?: string
}

type Props = {
  address: Address
  audience: string
  /** The page is rendered without, and the answer outlives a change of language. */
  read: (of: { audience: string; clientId?: string }) => Promise<ActionResult<Authorized>>
  /** How many scopes the API defines. */
  scopes: number
  /** The scope that the example API asks for, if any. */
  needed?: string
}

/** Which client the code speaks for, and what it may do. Without a choice it is the first one. */
export function Caller({ address, audience, read, scopes, needed }: Props) {
  const router = useRouter()
  const [result, setResult] = useState<ActionResult<Authorized>>()
  const element = useWhenSeen<HTMLDivElement>(() => fetchClients(chosen))
  const { apiId, client: chosen } = address

  async function fetchClients(clientId: string | undefined) {
    setResult(undefined)
    const answer = await attempt(() => read({ audience, clientId }))
    setResult(answer)
    if (answer.status !== 'done') return
    const { clients, total } = answer.value
    tellCount(grantCount.ofApi(apiId), total)
    const [first] = clients
    if (first && !clientId) speakFor(first.id)
  }

  function speakFor(client: string) {
    router.replace(hrefOf({ ...address, client }), { scroll: false })
  }

  if (result && result.status !== 'done')
    return (
      <Banner
        tone="danger"
        role="alert"
        action={<Button onClick={() => fetchClients(chosen)}>Try again</Button>}
      >
        <FailureText failure={result} />
      </Banner>
    )
  if (result?.value.clients.length === 0)
    return (
      <Banner
        tone="warning"
        title="No client is authorized for this API."
        action={<LinkButton href={routes.apiClients(apiId)}>Authorize a client</LinkButton>}
      >
        Until one is, the tenant refuses the token request.
      </Banner>
    )
  return (
    <div ref={element} className="grid gap-3">
      <div className="flex flex-wrap items-end gap-2">
        <ClientPicker address={address} clients={result?.value.clients} />
        {result && result.value.total > result.value.clients.length && (
          <FindClient
            onChoose={(clientId) => {
              speakFor(clientId)
              fetchClients(clientId)
            }}
          />
        )}
      </div>
      {result && (
        <CallerScopes apiId={apiId} chosen={chosen} {...result.value} scopes={scopes} needed={needed} />
      )}
    </div>
  )
}
